import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { textUpTo } from "~/auth/form-fields";
import { listSituations } from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { frameOf } from "./frame-of";
import { tryLine } from "./situations/try-line.server";
import { TryCard } from "./situations/try-card";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:situations.title"),
});

export const loader = deskLoader("admin", async ({ ctx, session }) => ({
  frame: frameOf(session),
  situations: await listSituations(ctx),
}));

export const action = deskAction("admin", {
  /** Reads a line as a search would, and shows what it finds. Nothing of it is kept. */
  try: [z.object({ line: textUpTo(300) }), async (args) => tryLine(args, args.input.line)],
});

/** What families say, and what programs write about it: ours, and what this jurisdiction added. */
export default function SituationsPage() {
  const { frame, situations } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  type Row = (typeof situations)[number];
  const says = (row: Row) => [
    ...row.synonymsEn,
    ...row.synonymsEs,
    ...(row.ours?.en ?? []),
    ...(row.ours?.es ?? []),
  ];
  const state = (row: Row) => {
    if (row.deprecatedAt) return <Tag tone="neu">{t("situations.ended")}</Tag>;
    if (!row.ours) return <Tag tone="ok">{t("situations.own")}</Tag>;
    const count = row.synonymsEn.length + row.synonymsEs.length + row.words.length;
    return count > 0 ? t("situations.added", { count }) : "";
  };
  return (
    <AdminFrame {...frame} current="more" title={t("situations.title")} lede={t("situations.lede")}>
      <div className="form-stack">
        <p>
          <ButtonLink variant="primary" href={pathTo("/admin/situations/:code", { code: "new" })}>
            {t("situations.new")}
          </ButtonLink>
        </p>
        <TryCard tried={tried && "read" in tried ? tried : null} />
        <Card>
          <DataTable
            caption={t("situations.title")}
            quietCaption
            rows={situations}
            rowKey={(row) => row.code}
            columns={[
              {
                key: "name",
                label: t("situations.name"),
                header: true,
                cell: (row: Row) => (
                  <Link to={pathTo("/admin/situations/:code", { code: row.code })}>{row.nameEn}</Link>
                ),
              },
              {
                key: "says",
                label: t("situations.says"),
                cell: (row: Row) => says(row).slice(0, 6).join(", "),
              },
              {
                key: "words",
                label: t("situations.words"),
                cell: (row: Row) => [...row.words, ...(row.ours?.words ?? [])].slice(0, 6).join(", "),
              },
              { key: "state", label: t("needs.state"), cell: state },
            ]}
          />
        </Card>
      </div>
    </AdminFrame>
  );
}
