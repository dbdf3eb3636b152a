import { useTranslation } from "react-i18next";
import type { AreaChange } from "~/domain/directory/areas/area-changes";
import type { AreaRead } from "~/domain/directory/areas/list-areas.server";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";
import { AreaChanges, AreaWhere } from "./area-check";

/** Where an area is, and who is there for it. */
export function WhereCard({ area }: { area: Pick<AreaRead, "liesIn" | "miles" | "programs"> }) {
  const { t } = useTranslation("admin-areas");
  return (
    <Card aria-labelledby="where">
      <h2 id="where">{t("now")}</h2>
      <ul>
        <AreaWhere {...area} />
      </ul>
    </Card>
  );
}

/** What was changed last, to be put back. */
export function LastChange({ changes, version }: { changes: readonly AreaChange[]; version: number }) {
  const { t } = useTranslation("admin-areas");
  return (
    <Card aria-labelledby="last">
      <h2 id="last">{t("last")}</h2>
      <AreaChanges changes={changes} />
      <PageForm method="post" className="mt-2" values={{ intent: "undo", version }}>
        <Button>{t("undo")}</Button>
      </PageForm>
    </Card>
  );
}

/** Whether an area is used: its end, or its return. */
export function UseCard({ ended, version }: { ended: boolean; version: number }) {
  const { t } = useTranslation("admin-areas");
  return (
    <Card aria-labelledby="use">
      <h2 id="use">{t("endTitle")}</h2>
      <p className="mt-2">
        <Tag tone={ended ? "neu" : "ok"}>{t(ended ? "ended" : "inUse")}</Tag>
      </p>
      {!ended && <p className="meta">{t("endWhat")}</p>}
      <PageForm method="post" className="mt-2" values={{ intent: ended ? "restore" : "end", version }}>
        <Button variant={ended ? "secondary" : "danger"}>{t(ended ? "restore" : "end")}</Button>
      </PageForm>
    </Card>
  );
}
