import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { getListing, listListingHistory, listListingTerms } from "~/domain/directory/index.server";
import { previewListing } from "~/domain/directory/reading/listing-preview";
import { listListingConcerns } from "~/domain/feedback/index.server";
import { listingSections } from "~/domain/directory/editing/listing-sections";
import { factsInWords } from "~/listing-words/facts-in-words";
import { checkedInWords } from "~/listing-words/freshness-in-words";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { DescriptionList } from "~/ui/lists";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note, Tag } from "~/ui/tag";
import { deskWords } from "../desk-words.server";
import { describeChange, describeCheck } from "../listing-history/describe-history.server";
import { HistoryTable } from "../listing-history/history-table";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { listHref, ListPages } from "~/ui/list-pages";
import { pageOf, pagesOf } from "~/ui/page-number";
import { reviewActs } from "./listing-review/act-on-review.server";
import { EditParts, RefusedAct } from "./listing-review/edit-parts";
import { TermList } from "./listing-review/term-list";
import { ConcernCard, ReviewActs } from "./listing-review/review-acts";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("listing-review:one.title"),
});
const notices = [
  "saved",
  "phoned",
  "published",
  "sent-back",
  "unpublished",
  "do-not-list",
  "settled",
  "undone",
] as const;

export const loader = deskLoader("admin", async (args) => {
  const { ctx, params, url, session } = args;
  const id = params.id ?? "";
  const { row, freshness, progress, withheld } = await getListing(ctx, { id });
  const page = pageOf(url);
  const history = await listListingHistory(ctx, { id, page });
  const words = await deskWords(args, "listing-review");
  const concerns = await listListingConcerns(ctx, { id });
  return {
    frame: frameOf(session),
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
    listing: {
      id: row.id,
      version: row.version,
      name: row.name,
      state: row.listingState,
      organizationId: row.organizationId,
      organizationName: row.organization.name,
    },
    withheld: withheld.map((field) => words.t(`field.${field}`)),
    facts: factsInWords(words, previewListing(row, words.now)),
    terms: await listListingTerms(ctx, { id }),
    check: describeCheck(words, history.check) ?? checkedInWords(words, freshness),
    tasks: listingSections.map((section) => ({ section, state: progress[section] })),
    concerns: concerns.map((one) => ({ ...one, said: words.format.date(one.at) })),
    history: history.rows.map((change) => describeChange(words, change)),
    page,
    pages: pagesOf(history.total),
  };
});

export const action = deskAction("admin", reviewActs);

/** One listing as the agency looks after it: what it says, who to ask, what people say is wrong, what changed. */
export default function ListingReviewOne() {
  const view = useLoaderData<typeof loader>();
  const { frame, listing, facts, concerns, history, page, pages, notice } = view;
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("listing-review");
  const path = pathTo("/admin/listing-review/:id", { id: listing.id });
  const crumbs = [{ href: pathTo("/admin/listing-review"), label: t("title") }, { label: listing.name }];
  return (
    <AdminFrame
      {...frame}
      current="listing-review"
      width="wide"
      title={listing.name}
      crumbs={<Breadcrumbs label={t("crumbs")} crumbs={crumbs} />}
      actions={
        <Tag tone={listing.state === "published" ? "ok" : "neu"}>{t(`status:listing.${listing.state}`)}</Tag>
      }
    >
      <RefusedAct refused={refused} />
      {notice && <Banner>{t(`notice.${notice}`)}</Banner>}
      {view.withheld.length > 0 && (
        <Note tone="warn">{t("provider-listings:one.withheld", { fields: view.withheld.join(", ") })}</Note>
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        <Card aria-labelledby="facts">
          <h2 id="facts">{t("one.facts")}</h2>
          <DescriptionList facts={facts.map(({ label, value }) => ({ term: label, detail: value }))} />
          <TermList terms={view.terms} />
          <p className="meta mt-2">
            {view.check}
            {" · "}
            <a href={pathTo("/admin/organizations/:id", { id: listing.organizationId })}>
              {listing.organizationName}
            </a>
          </p>
        </Card>
        <div className="form-stack">
          <ReviewActs listing={listing} />
          <EditParts path={path} tasks={view.tasks} />
        </div>
      </div>
      <ConcernCard concerns={concerns} />
      <section aria-labelledby="history" className="mt-6">
        <h2 id="history">{t("history.title")}</h2>
        <HistoryTable rows={history} version={listing.version} />
        <ListPages
          page={page}
          pages={pages}
          href={(to) => listHref(path, { page: to === 1 ? undefined : to })}
        />
      </section>
    </AdminFrame>
  );
}
