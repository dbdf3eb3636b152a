import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listSuggestions } from "~/domain/feedback/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { DataTable } from "~/ui/data-table";
import { Tabs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { listHref, ListPages } from "~/ui/list-pages";
import { pageOf, pagesOf } from "~/ui/page-number";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:suggestions.title"),
});
const path = pathTo("/admin/suggestions");
const states = ["open", "taken", "refused"] as const;
const notices = ["notTaken", "suggestionReopened"] as const;

export const loader = deskLoader("admin", async ({ ctx, url, session }) => {
  const status = states.find((one) => one === url.searchParams.get("status")) ?? "open";
  const page = pageOf(url);
  const { rows, total } = await listSuggestions(ctx, { status, page });
  return {
    frame: frameOf(session),
    timeZone: session.membership.timeZone,
    status,
    page,
    pages: pagesOf(total),
    rows,
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
});

/** What anyone told about programs, the same one once. */
export default function SuggestionsPage() {
  const { frame, timeZone, status, page, pages, rows, notice } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  type Row = (typeof rows)[number];
  const href = (words: Record<string, string | number | undefined>) => listHref(path, words);
  const of = status === "open" ? undefined : status;
  return (
    <AdminFrame {...frame} current="more" title={t("suggestions.title")} lede={t("suggestions.lede")}>
      {notice && <Banner>{t(`notice.${notice}`)}</Banner>}
      <Tabs
        label={t("suggestions.tabs")}
        tabs={states.map((state) => ({
          href: href({ status: state === "open" ? undefined : state }),
          label: t(`suggestions.${state}`),
          current: state === status,
        }))}
      />
      {rows.length === 0 ? (
        <p>{t("suggestions.none")}</p>
      ) : (
        <DataTable
          caption={t("suggestions.title")}
          quietCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "about",
              label: t("suggestions.about"),
              header: true,
              cell: (row: Row) => <Link to={`${path}/${row.id}`}>{row.name}</Link>,
            },
            {
              key: "kind",
              label: t("suggestions.kind"),
              cell: (row: Row) => t(`suggestions.kinds.${row.kind}`),
            },
            {
              key: "says",
              label: t("suggestions.says"),
              cell: (row: Row) => format.list(row.fields.map((field) => t(`field.${field}`))),
            },
            { key: "when", label: t("suggestions.when"), cell: (row: Row) => format.date(row.at) },
            { key: "times", label: t("suggestions.times"), number: true, cell: (row: Row) => row.times },
          ]}
        />
      )}
      <ListPages page={page} pages={pages} href={(to) => href({ status: of, page: to })} />
    </AdminFrame>
  );
}
