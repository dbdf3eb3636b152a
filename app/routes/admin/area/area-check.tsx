import { useTranslation } from "react-i18next";
import type { AreaChange } from "~/domain/directory/areas/area-changes";
import type { AreaSaved } from "~/domain/directory/areas/save-area.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";

/** A change of an area, fact by fact. */
export function AreaChanges({ changes }: { changes: readonly AreaChange[] }) {
  const { t } = useTranslation("admin-areas");
  return (
    <DataTable
      caption={t("check.title")}
      quietCaption
      rows={changes}
      rowKey={({ field }) => field}
      columns={[
        { key: "what", label: t("check.what"), header: true, cell: ({ field }) => t(`field.${field}`) },
        { key: "from", label: t("check.from"), cell: ({ from }) => from || t("check.none") },
        { key: "to", label: t("check.to"), cell: ({ to }) => to || t("check.none") },
      ]}
    />
  );
}

type Where = Pick<AreaSaved, "liesIn" | "miles" | "programs">;

/** In which counties an area lies, how far a search looks, and how many programs are there for it. */
export function AreaWhere({ liesIn, miles, programs }: Where) {
  const { t } = useTranslation("admin-areas");
  // Lists alone are written with it, which no zone changes.
  const format = useFormat("UTC");
  return (
    <>
      {liesIn.length > 0 && <li>{t("check.liesIn", { counties: format.list(liesIn) })}</li>}
      {miles !== null && <li>{t("check.miles", { count: miles })}</li>}
      <li>{t("check.standing", { count: programs.standing })}</li>
      <li>{t("check.serving", { count: programs.serving })}</li>
    </>
  );
}

/** What a change does, before it is made. The form below keeps what was typed. */
export function AreaCheck({ check, typed }: { check: AreaSaved; typed: Record<string, string> }) {
  const { t } = useTranslation("admin-areas");
  return (
    <Card aria-labelledby="check">
      <h2 id="check">{t("check.title")}</h2>
      <AreaChanges changes={check.changes} />
      <h3 className="mt-3">{t("check.who")}</h3>
      <ul>
        <AreaWhere {...check} />
        <li>{t("check.search")}</li>
        <li>{t("check.listings")}</li>
      </ul>
      <PageForm method="post" className="row mt-3" values={{ ...typed, intent: "save" }}>
        <Button variant="primary">{t("check.save")}</Button>
      </PageForm>
      <p className="meta mt-2">{t("check.other")}</p>
    </Card>
  );
}
