import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RecordsRun } from "~/domain/reports/extracts/list-records-runs.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { DataTable } from "~/ui/data-table";
import { RunState } from "./run-state";

const givenRows = ({ extract }: RecordsRun): number =>
  Object.values(extract?.counts ?? {}).reduce((sum, { given }) => sum + given, 0);

/** What came in, newest first. */
export function ExtractsTable({ runs, timeZone }: { runs: RecordsRun[]; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  const number = (key: string, value: (run: RecordsRun) => number) => ({
    ...{ key, label: t(key), number: true },
    cell: (run: RecordsRun) => (run.extract ? format.number(value(run)) : null),
  });
  const columns = [
    {
      ...{ key: "extract", label: t("extract"), header: true },
      cell: (run: RecordsRun) => (
        <>
          <Link to={pathTo("/admin/records/:id", { id: run.id })}>
            {run.extract ? t("numbered", { number: run.extract.number }) : t("unnumbered")}
          </Link>
          <code className="meta block">{run.source}</code>
        </>
      ),
    },
    {
      ...{ key: "asOf", label: t("asOf") },
      cell: (run: RecordsRun) => (run.asOf ? format.date(run.asOf, "year") : t("notSaid")),
    },
    {
      ...{ key: "came", label: t("came") },
      cell: (run: RecordsRun) => (
        <>
          {format.dateTime(run.startedAt)}
          <span className="meta block">{run.askedBy ?? t("byCommand")}</span>
        </>
      ),
    },
    {
      ...{ key: "state", label: t("state") },
      cell: (run: RecordsRun) => <RunState run={run} timeZone={timeZone} />,
    },
    number("rows", givenRows),
    number("rejected", (run) => run.rejected),
    number("warnings", (run) => run.warnings),
  ];
  return <DataTable caption={t("all")} columns={columns} rows={runs} rowKey={(run) => run.id} wide />;
}
