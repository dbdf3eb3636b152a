import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listDecided } from "~/domain/linkage/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Card, EmptyState, VisuallyHidden } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { listHref, ListPages } from "~/ui/list-pages";
import { pageOf, pagesOf } from "~/ui/page-number";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { frameOf, LinkagePage } from "./linkage-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("linkage:decided.title"),
});

export const loader = deskLoader("linkage", async ({ ctx, session, url }) => {
  const page = pageOf(url);
  const { rows, total } = await listDecided(ctx, { page });
  return {
    frame: frameOf(session),
    rows,
    page,
    pages: pagesOf(total),
    undone: url.searchParams.has("undone"),
  };
});

const kinds = {
  confirm: "confirm",
  reject: "reject",
  aside: "aside",
  undo: "undone",
  reopen: "reopened",
} as const;
const reasonsOf = {
  confirm: "reason",
  reject: "reason",
  aside: "reason",
  undo: "undo.reasons",
  reopen: "apart.reasons",
} as const;

/** What readers settled, with the way back. */
export default function DecidedPage() {
  const { frame, rows, page, pages, undone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("linkage");
  const format = useFormat(frame.timeZone);
  return (
    <LinkagePage frame={frame} here="decided" title={t("decided.title")} lede={t("decided.lede")}>
      {undone && <Banner>{t("undo.done")}</Banner>}
      {rows.length === 0 ? (
        <EmptyState title={t("decided.none")} icon="list" />
      ) : (
        <Card>
          <DataTable
            caption={t("decided.title")}
            quietCaption
            rows={rows}
            rowKey={(row) => row.eventId}
            columns={[
              {
                key: "child",
                label: t("decided.child"),
                header: true,
                cell: (row) => row.name || t("pair.empty"),
              },
              {
                key: "what",
                label: t("decided.what"),
                cell: (row) => (
                  <Tag tone={row.kind === "confirm" ? "ok" : "neu"}>{t(`decided.${kinds[row.kind]}`)}</Tag>
                ),
              },
              {
                key: "why",
                label: t("decided.why"),
                cell: (row) => row.reasonCode && t(`${reasonsOf[row.kind]}.${row.reasonCode}`),
              },
              { key: "when", label: t("decided.when"), cell: (row) => format.dateTime(row.at) },
              {
                key: "undo",
                label: t("decided.undo"),
                cell: (row) =>
                  (row.holds || row.isApart) && (
                    <a
                      href={
                        row.holds
                          ? pathTo("/linkage/links/:id", { id: row.personId })
                          : pathTo("/linkage/decided/:id", { id: row.eventId })
                      }
                    >
                      {t("decided.undo")}
                      <VisuallyHidden>: {row.name}</VisuallyHidden>
                    </a>
                  ),
              },
            ]}
          />
          <ListPages {...{ page, pages }} href={(to) => listHref(pathTo("/linkage/decided"), { page: to })} />
        </Card>
      )}
    </LinkagePage>
  );
}
