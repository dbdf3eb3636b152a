import { useTranslation } from "react-i18next";
import type { RecordsRun } from "~/domain/reports/extracts/list-records-runs.server";
import { useFormat } from "~/locales/use-format";
import { Tag, type Tone } from "~/ui/tag";
import { isHeld } from "./judgement-cards";

const tones: Record<string, Tone> = {
  done: "ok",
  failed: "bad",
  running: "info",
  waiting: "info",
  cancelling: "warn",
  aborted: "bad",
  withdrawn: "neu",
};
/** Reasons that are told in the reader's language; others come in words already. */
const told = ["fault", "aborted", "cancelled", "not_in_time"];

/** What became of an import of records, or how far it is: which file, how many rows. */
export function RunState({ run, timeZone }: { run: RecordsRun; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  const at = run.state === "running" ? run.progress : null;
  const state = run.failure === "cancelled" ? "cancelled" : run.state;
  return (
    <>
      <Tag tone={tones[run.state] ?? "neu"}>{t(`states.${state}`)}</Tag>
      {run.extract && isHeld(run.extract) && <Tag tone="warn">{t("states.held")}</Tag>}
      {at && <span className="meta block">{t(`steps.${at.step}`)}</span>}
      {at?.file != null && at.done != null && (
        <span className="meta block">
          {t("rowsRead", { file: at.file, count: at.done, rows: format.number(at.done) })}
        </span>
      )}
      {run.failure && (
        <span className="meta block">
          {told.includes(run.failure) ? t(`failures.${run.failure}`) : run.failure}
        </span>
      )}
    </>
  );
}
