import { useTranslation } from "react-i18next";
import type { FactChange } from "~/domain/jurisdiction/changes-between";
import { DataTable } from "~/ui/data-table";
import { useFactWords } from "./use-fact-words";

/** A change, fact by fact: how it is and how it will be. */
export function ChangesTable({ changes, timeZone }: { changes: readonly FactChange[]; timeZone: string }) {
  const { t } = useTranslation("admin-county");
  const { nameOf, change } = useFactWords(timeZone);
  return (
    <DataTable
      caption={t("changes.title")}
      quietCaption
      rows={changes}
      rowKey={({ field }) => field}
      columns={[
        { key: "field", label: t("changes.field"), header: true, cell: (row) => nameOf(row.field) },
        { key: "from", label: t("changes.from"), cell: (row) => change(row).from },
        { key: "to", label: t("changes.to"), cell: (row) => change(row).to },
      ]}
    />
  );
}
