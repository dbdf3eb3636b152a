import type { SerializeFrom } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { areaName } from "~/domain/directory/areas/area-names";
import { listAreas } from "~/domain/directory/index.server";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-areas:title"),
});

export const loader = deskLoader("admin", async ({ ctx, session }) => ({
  frame: frameOf(session),
  areas: await listAreas(ctx),
}));

/** Every area: its name, how large it is, how many programs are there for it, and whether it is used. */
export default function AreasPage() {
  const { frame, areas } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-areas");
  return (
    <AdminFrame
      {...frame}
      current="more"
      title={t("title")}
      lede={t("lede")}
      crumbs={
        <Breadcrumbs
          label={t("admin-county:here")}
          crumbs={[{ href: pathTo("/admin"), label: t("admin-county:back") }, { label: t("title") }]}
        />
      }
    >
      <div className="form-stack">
        <p>
          <ButtonLink variant="primary" href={pathTo("/admin/areas/:id", { id: "new" })}>
            {t("add")}
          </ButtonLink>
        </p>
        <Card>{areas.length === 0 ? <p>{t("none")}</p> : <AreasTable areas={areas} />}</Card>
      </div>
    </AdminFrame>
  );
}

type Row = SerializeFrom<typeof loader>["areas"][number];

function AreasTable({ areas }: { areas: readonly Row[] }) {
  const { t } = useTranslation("admin-areas");
  const language = useLanguage();
  const name = (row: Row) => (
    <Link to={pathTo("/admin/areas/:id", { id: row.id })}>{areaName(row, language)}</Link>
  );
  const state = ({ endedAt }: Row) => (
    <Tag tone={endedAt ? "neu" : "ok"}>{t(endedAt ? "ended" : "inUse")}</Tag>
  );
  return (
    <DataTable
      caption={t("title")}
      quietCaption
      rows={areas}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", label: t("name"), header: true, cell: name },
        { key: "zips", label: t("zips"), number: true, cell: (row) => row.zipCount },
        { key: "programs", label: t("programs"), number: true, cell: (row) => row.programs.either },
        { key: "state", label: t("state"), cell: state },
      ]}
    />
  );
}
