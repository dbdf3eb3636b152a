import { useTranslation } from "react-i18next";
import type { ListedMerge } from "~/domain/directory/duplicates/list-merges.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, VisuallyHidden } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";

/** What was joined lately, each with its Undo, or with what stands in the way of one. */
export function MergeTable({ merges, timeZone }: { merges: readonly ListedMerge[]; timeZone: string }) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const act = (merge: ListedMerge) => {
    if (merge.undoneAt) return <Tag tone="neu">{t("duplicates.undone")}</Tag>;
    if (merge.obstacles.length > 0)
      return (
        <>
          <Tag tone="warn">{t("duplicates.cannot")}</Tag>
          <ul className="meta">
            {merge.obstacles.map(({ table, columns, count }) => (
              <li key={table + columns.join()}>
                {columns.includes("organization_id")
                  ? t("duplicates.moved", { count, table })
                  : `${table}: ${columns.join(", ")}`}
              </li>
            ))}
          </ul>
        </>
      );
    return (
      <PageForm method="post" values={{ intent: "undo", merge: merge.id }}>
        <Button small>
          {t("duplicates.undo")}
          <VisuallyHidden>: {merge.merged.name}</VisuallyHidden>
        </Button>
      </PageForm>
    );
  };
  return (
    <Card aria-labelledby="merges">
      <h2 id="merges">{t("duplicates.merges")}</h2>
      {merges.length === 0 ? (
        <p>{t("duplicates.noMerges")}</p>
      ) : (
        <DataTable
          caption={t("duplicates.merges")}
          quietCaption
          rows={merges}
          rowKey={(merge) => merge.id}
          columns={[
            {
              key: "kept",
              label: t("duplicates.kept"),
              header: true,
              cell: (merge: ListedMerge) => merge.kept.name,
            },
            { key: "gone", label: t("duplicates.gone"), cell: (merge: ListedMerge) => merge.merged.name },
            {
              key: "when",
              label: t("duplicates.when"),
              cell: (merge: ListedMerge) => format.dateTime(merge.at),
            },
            { key: "undo", label: t("duplicates.undo"), cell: act },
          ]}
        />
      )}
    </Card>
  );
}
