import { useTranslation } from "react-i18next";
import type { ListedRun } from "~/domain/directory/import/list-import-runs.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { DataTable } from "~/ui/data-table";
import { Tag, type Tone } from "~/ui/tag";

const tones: Record<string, Tone> = {
  done: "ok",
  failed: "bad",
  running: "info",
  waiting: "info",
  aborted: "bad",
};
/** Reasons that are told in the reader's language; others come in words already. */
const told = ["fault", "aborted"];

function RunState({ run, timeZone }: { run: ListedRun; timeZone: string }) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  const at = run.state === "running" ? run.progress : null;
  const said = {
    done: format.number(at?.done ?? 0),
    of: format.number(at?.of ?? 0),
    percent: Math.floor(100 * (at?.share ?? 0)),
  };
  const counted = at?.of != null ? (at.step === "search" ? "servicesOf" : "rowsOf") : "rowsRead";
  return (
    <>
      <Tag tone={tones[run.state] ?? "neu"}>{t(`imports.states.${run.state}`)}</Tag>
      {at && <span className="meta block">{t(`imports.steps.${at.step}`)}</span>}
      {at?.done != null && <span className="meta block">{t(`imports.${counted}`, said)}</span>}
      {run.failure && (
        <span className="meta block">
          {told.includes(run.failure) ? t(`imports.failures.${run.failure}`) : run.failure}
        </span>
      )}
    </>
  );
}

const counts = ["imported", "updated", "unchanged", "rejected", "warnings"] as const;

/** What came in, newest first, each with its counts and its report. */
export function ImportRuns({ runs, timeZone }: { runs: ListedRun[]; timeZone: string }) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  const columns = [
    { key: "source", label: t("imports.source"), header: true, cell: (run: ListedRun) => run.source },
    { key: "when", label: t("imports.when"), cell: (run: ListedRun) => format.dateTime(run.startedAt) },
    {
      key: "state",
      label: t("imports.state"),
      cell: (run: ListedRun) => <RunState run={run} timeZone={timeZone} />,
    },
    ...counts.map((key) => ({
      key,
      label: t(`imports.${key}`),
      number: true,
      cell: (run: ListedRun) => format.number(run[key]),
    })),
    {
      key: "report",
      label: t("imports.report"),
      cell: (run: ListedRun) =>
        run.state === "done" ? (
          <a
            href={pathTo("/admin/imports/:id/report.csv", { id: run.id })}
            aria-label={t("imports.reportOf", { source: run.source, when: format.dateTime(run.startedAt) })}
          >
            {t("imports.report")}
          </a>
        ) : null,
    },
  ];
  return (
    <DataTable caption={t("imports.runs")} columns={columns} rows={runs} rowKey={(run) => run.id} wide />
  );
}
