import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import type { ClosedRow } from "./describe-closed.server";
import { familyColumns } from "./family-columns";
import { Reopen } from "./next-step";

/** What ended lately, each with the way to reopen it; below it the links to its other pages. */
export function ClosedTable({ rows, children }: { rows: readonly ClosedRow[]; children: ReactNode }) {
  const { t } = useTranslation("intake");
  if (rows.length === 0) return null;
  return (
    <Card className="mt-4" aria-labelledby="closed">
      <h2 id="closed">{t("team.closed")}</h2>
      <DataTable<ClosedRow>
        caption={t("team.closed")}
        quietCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          ...familyColumns<ClosedRow>(t),
          { key: "state", label: t("followUps.state"), cell: (row) => row.state },
          { key: "closed", label: t("team.ended"), cell: (row) => row.closed },
          { key: "reopen", label: t("team.reopen"), cell: (row) => <Reopen row={row} /> },
        ]}
      />
      {children}
    </Card>
  );
}
