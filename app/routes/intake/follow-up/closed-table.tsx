import { useTranslation } from "react-i18next";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { Reopen } from "./next-step";

type Row = {
  id: string;
  version: number;
  family: string;
  program: string;
  closed: string;
  state: string;
  reason: string | null;
};

/** What ended lately, each with the way to reopen it. */
export function ClosedTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("intake");
  if (rows.length === 0) return null;
  return (
    <Card className="mt-4" aria-labelledby="closed">
      <h2 id="closed">{t("team.closed")}</h2>
      <DataTable<Row>
        caption={t("team.closed")}
        quietCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "family", label: t("followUps.family"), header: true, cell: (row) => row.family },
          { key: "program", label: t("followUps.program"), cell: (row) => row.program },
          {
            key: "state",
            label: t("followUps.state"),
            cell: (row) => [row.state, row.reason].filter(Boolean).join(": "),
          },
          { key: "closed", label: t("team.ended"), cell: (row) => row.closed },
          { key: "reopen", label: t("team.reopen"), cell: (row) => <Reopen row={row} /> },
        ]}
      />
    </Card>
  );
}
