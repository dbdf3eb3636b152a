import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listNeeds } from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { useNeedName } from "./directory-list/use-need-name";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:needs.title"),
});

export const loader = deskLoader("admin", async ({ ctx, session }) => ({
  frame: frameOf(session),
  needs: await listNeeds(ctx),
}));

/** Every need: its name here, whether it is offered, how many programs have it. */
export default function NeedsPage() {
  const { frame, needs } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-directory");
  const nameOf = useNeedName();
  type Row = (typeof needs)[number];
  const state = (row: Row) => {
    const to = needs.find(({ code }) => code === row.replacedBy);
    return (
      <>
        <Tag tone={row.deprecatedAt ? "neu" : "ok"}>
          {t(row.deprecatedAt ? "needs.ended" : "needs.offered")}
        </Tag>
        {to && <span className="meta block">{t("needs.readAs", { name: nameOf(to) })}</span>}
      </>
    );
  };
  const own = (row: Row) => {
    const count = row.synonymsEn.length + row.synonymsEs.length;
    return count > 0 ? t("needs.ownCount", { count }) : "";
  };
  return (
    <AdminFrame {...frame} current="more" title={t("needs.title")} lede={t("needs.lede")}>
      <Card>
        <DataTable
          caption={t("needs.title")}
          quietCaption
          rows={needs}
          rowKey={(row) => row.code}
          columns={[
            {
              key: "name",
              label: t("needs.name"),
              header: true,
              cell: (row: Row) => (
                <Link to={pathTo("/admin/needs/:code", { code: row.code })}>{nameOf(row)}</Link>
              ),
            },
            { key: "state", label: t("needs.state"), cell: state },
            { key: "own", label: t("needs.own"), cell: own },
            { key: "listings", label: t("needs.listings"), number: true, cell: (row: Row) => row.listings },
          ]}
        />
      </Card>
    </AdminFrame>
  );
}
