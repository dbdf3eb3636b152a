import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { listListingHistory, undoFieldChange } from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { ListPages } from "~/ui/list-pages";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { pageOf, pagesOf } from "~/ui/page-number";
import { Banner } from "~/ui/tag";
import { describeChange } from "../listing-history/describe-history.server";
import { HistoryTable } from "../listing-history/history-table";
import { deskWords } from "../desk-words.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("listing-review:mine.history"),
});

export const loader = deskLoader("provider", async (args) => {
  const page = pageOf(args.url);
  const history = await listListingHistory(args.ctx, { id: args.params.id ?? "", page });
  const words = await deskWords(args, "listing-review");
  return {
    frame: await providerFrame(args),
    listing: history.listing,
    undone: args.url.searchParams.has("undone"),
    rows: history.rows.map((change) => describeChange(words, change)),
    page: history.page,
    pages: pagesOf(history.total),
  };
});

export const action = deskAction("provider", {
  undo: [
    z.object({ changeId: text, version: text }),
    async ({ ctx, params, input }) => {
      await undoFieldChange(ctx, input);
      return redirect(
        `${pathTo("/provider/:org/listings/:id/history", { org: params.org, id: params.id })}?undone`,
        303,
      );
    },
  ],
});

/** What changed on one of the organization's listings: field by field, by whom, and the way back. */
export default function ListingHistory() {
  const { frame, listing, rows, page, pages, undone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("listing-review");
  const base = pathTo("/provider/:org/listings", { org: frame.org });
  const crumbs = [
    { href: base, label: t("provider-listings:list.title") },
    { href: `${base}/${listing.id}`, label: listing.name },
    { label: t("history.title") },
  ];
  return (
    <ProviderPage
      frame={frame}
      here="listings"
      title={t("mine.history")}
      crumbs={<Breadcrumbs label={t("crumbs")} crumbs={crumbs} />}
    >
      {refused && <Banner tone="warn">{t("refused")}</Banner>}
      {undone && <Banner>{t("notice.undone")}</Banner>}
      <HistoryTable rows={rows} version={listing.version} />
      <ListPages page={page} pages={pages} href={(to) => `${base}/${listing.id}/history?page=${to}`} />
    </ProviderPage>
  );
}
