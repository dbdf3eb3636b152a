import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { list, text } from "~/auth/form-fields";
import {
  countListingReview,
  listListingReview,
  listUrgentChanges,
  markChangesLooked,
  recordPhoneCheck,
} from "~/domain/directory/index.server";
import { reviewPageSize, reviewQueues, reviewSorts } from "~/domain/directory/review/review-queues";
import { countConcerns, listConcerns } from "~/domain/feedback/index.server";
import { pathTo } from "~/paths";
import { Tabs } from "~/ui/navigation";
import { usePageFacts } from "~/ui/page/page-facts";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { deskWords } from "../desk-words.server";
import { fieldInWords, valueInWords } from "../listing-history/describe-history.server";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { listHref, ListPages } from "~/ui/list-pages";
import { pageOf, pagesOf } from "~/ui/page-number";
import { ConcernTable, ReviewTable, UrgentTable } from "./listing-review/review-tables";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("listing-review:title"),
});

const path = pathTo("/admin/listing-review");
const tabs = [...reviewQueues, "concerns", "urgent"] as const;
const one = <T extends string>(all: readonly T[], value: string | null, otherwise: T): T =>
  all.find((known) => known === value) ?? otherwise;

export const loader = deskLoader("admin", async (args) => {
  const { ctx, url, session } = args;
  const asked = {
    queue: one(tabs, url.searchParams.get("queue"), "waiting"),
    sort: one(reviewSorts, url.searchParams.get("sort"), "age"),
    descending: url.searchParams.has("down"),
    page: pageOf(url),
  };
  const words = await deskWords(args, "listing-review");
  const { queue, page } = asked;
  const concerns = queue === "concerns" ? await listConcerns(ctx, { page }) : null;
  const urgent = queue === "urgent" ? await listUrgentChanges(ctx, { page }) : null;
  const review =
    queue === "concerns" || queue === "urgent" ? null : await listListingReview(ctx, { ...asked, queue });
  const waiting = concerns?.total ?? (await countConcerns(ctx));
  const total = review?.total ?? urgent?.total ?? waiting;
  return {
    frame: frameOf(session),
    asked,
    notice: (["phoned", "looked"] as const).find((one) => url.searchParams.has(one)) ?? null,
    counts: { ...(await countListingReview(ctx)), concerns: waiting },
    pages: pagesOf(total, reviewPageSize),
    review: review?.rows,
    timeZone: session.membership.timeZone,
    concerns: concerns?.rows,
    urgent: urgent?.rows.map((row) => ({
      ...row,
      changed: words.format.dateTime(row.at),
      what: fieldInWords(words, row.field),
      before: valueInWords(words, row.field, row.previous),
      after: valueInWords(words, row.field, row.replacement),
    })),
  };
});

export const action = deskAction("admin", {
  phoned: [
    z.object({ id: text, version: text }),
    async ({ ctx, url, input }) => {
      await recordPhoneCheck(ctx, input);
      const queue = one(tabs, url.searchParams.get("queue"), "phone");
      return redirect(`${path}?queue=${queue}&phoned`, 303);
    },
  ],
  looked: [
    z.object({ changeId: list(z.string()) }),
    async ({ ctx, input }) => {
      await markChangesLooked(ctx, { ids: input.changeId });
      return redirect(`${path}?queue=urgent&looked`, 303);
    },
  ],
});

/** What must be looked at so that listings stay true: new ones, whom to phone, stale, due, never checked, reports, urgent changes. */
export default function ListingReviewPage() {
  const { frame, timeZone, asked, counts, pages, notice, review, concerns, urgent } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("listing-review");
  const { mailStays } = usePageFacts();
  const { queue, sort, descending, page } = asked;
  const words = { queue, sort: sort === "age" ? undefined : sort, down: descending ? 1 : undefined };
  return (
    <AdminFrame {...frame} current="listing-review" width="wide" title={t("title")} lede={t("lede")}>
      {refused && <Banner tone="warn">{t("refused")}</Banner>}
      {notice && <Banner>{t(notice === "looked" ? "lookedNotice" : "phonedNotice")}</Banner>}
      {mailStays && <Note tone="warn">{t("mailKept")}</Note>}
      {counts.conflicts > 0 && (
        <p>
          <a href={pathTo("/admin/imports/conflicts")}>{t("conflicts", { count: counts.conflicts })}</a>
        </p>
      )}
      <Tabs
        label={t("queues")}
        tabs={tabs.map((key) => ({
          href: listHref(path, { queue: key }),
          label: t(`queue.${key}`),
          count: counts[key],
          current: key === queue,
        }))}
      />
      <p className="meta my-2">{t(`queueMore.${queue}`)}</p>
      {review && <ReviewTable {...{ asked, queue, timeZone }} rows={review} />}
      {concerns && <ConcernTable rows={concerns} timeZone={timeZone} />}
      {urgent && <UrgentTable rows={urgent} />}
      <ListPages
        page={page}
        pages={pages}
        href={(to) => listHref(path, { ...words, page: to === 1 ? undefined : to })}
      />
      <p className="mt-4">
        <Link to={pathTo("/admin")}>{t("back")}</Link>
      </p>
    </AdminFrame>
  );
}
