import { useTranslation } from "react-i18next";
import { useFormat } from "~/locales/use-format";

export type RestingRun = { runId: string; at: string | Date };

/** Runs of numbers that were computed with what is to be taken back, under a sentence that says so; nothing where there are none. */
export function RestingRuns({
  runs,
  sentence,
  timeZone,
}: {
  runs: readonly RestingRun[];
  sentence: string;
  timeZone: string;
}) {
  const { t } = useTranslation("linkage");
  const format = useFormat(timeZone);
  if (runs.length === 0) return null;
  return (
    <>
      <p>{sentence}</p>
      <ul>
        {runs.map(({ runId, at }) => (
          <li key={runId}>{t("undo.run", { when: format.dateTime(at) })}</li>
        ))}
      </ul>
    </>
  );
}
