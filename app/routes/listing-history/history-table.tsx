import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import type { HistoryLine } from "./describe-history.server";

/** What changed on a listing: when, what, from what to what, by whom, and the way back where there is one. */
export function HistoryTable({ rows, version }: { rows: readonly HistoryLine[]; version: number }) {
  const { t } = useTranslation("listing-review");
  if (rows.length === 0) return <p>{t("history.none")}</p>;
  const undo = (row: HistoryLine) =>
    row.canUndo && (
      <PageForm method="post" values={{ intent: "undo", changeId: row.id, version }}>
        <Button small aria-label={t("history.undoOf", { what: row.what })}>
          {t("history.undo")}
        </Button>
      </PageForm>
    );
  return (
    <DataTable
      caption={t("history.title")}
      quietCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "what", label: t("history.what"), header: true, cell: (row) => row.what },
        {
          key: "before",
          label: t("history.before"),
          cell: (row) => <span className="break-words">{row.before}</span>,
        },
        {
          key: "after",
          label: t("history.after"),
          cell: (row) => <span className="break-words">{row.after}</span>,
        },
        { key: "when", label: t("history.when"), cell: (row) => row.when },
        { key: "who", label: t("history.who"), cell: (row) => row.who },
        { key: "undo", label: t("history.back"), cell: undo },
      ]}
    />
  );
}
