import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import {
  confirmListing,
  getListing,
  pauseListing,
  publishListing,
  setOpenings,
} from "~/domain/directory/index.server";
import { listListingConcerns } from "~/domain/feedback/index.server";
import { previewListing } from "~/domain/directory/reading/listing-preview";
import { listingSections } from "~/domain/directory/editing/listing-sections";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { PageForm } from "~/ui/form/page-form";
import { Stepper } from "~/ui/form/stepper";
import { TaskList } from "~/ui/lists";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { languages } from "~/locales/languages";
import { describeCard } from "../listing-card/describe-card.server";
import { FamilyCard } from "../listing-card/family-card";
import { ConcernNotes } from "./listing/concern-notes";
import { listingWords } from "../listing-editor/listing-words.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider-listings:one.title"),
});
const notices = ["saved", "published", "openings", "paused", "resumed", "confirmed", "in_review"] as const;

export const loader = deskLoader("provider", async (args) => {
  const { row, progress } = await getListing(args.ctx, { id: args.params.id ?? "" });
  const preview = previewListing(row, args.ctx.clock.now());
  const concerns = await listListingConcerns(args.ctx, { id: row.id });
  const { format } = listingWords(args);
  return {
    frame: await providerFrame(args),
    notice: notices.find((one) => args.url.searchParams.has(one)) ?? null,
    manages: args.ctx.actor.role === "provider_manager",
    listing: {
      id: row.id,
      name: row.name,
      version: row.version,
      state: row.listingState,
      paused: row.status === "temporarily_closed",
      available: row.capacityAvailable ?? 0,
    },
    concerns: concerns.map((one) => ({ ...one, said: format.date(one.at) })),
    tasks: listingSections.map((section) => ({ section, state: progress[section] })),
    previews: languages.map((language) => ({
      language,
      card: describeCard(listingWords(args, language), preview),
    })),
  };
});

export const action = deskAction("provider", async ({ ctx, form, params }) => {
  const key = { id: params.id ?? "", version: Number(form.get("version")) };
  const back = (notice: string) => redirect(`/provider/${params.org}/listings/${params.id}?${notice}`, 303);
  const intent = form.get("intent");
  if (intent === "openings") {
    const change = form.get("change");
    await setOpenings(
      ctx,
      change === null
        ? { ...key, available: Number(form.get("available")) }
        : { ...key, change: Number(change) },
    );
    return back("openings");
  }
  if (intent === "pause" || intent === "resume") {
    await pauseListing(ctx, { ...key, paused: intent === "pause" });
    return back(intent === "pause" ? "paused" : "resumed");
  }
  if (intent === "confirm") {
    await confirmListing(ctx, key);
    return back("confirmed");
  }
  return back(await publishListing(ctx, key));
});

const tones = { not_started: "neu", in_progress: "info", done: "ok", more_needed: "warn" } as const;

/** One listing: its six sections, how families will see it, check answers and publish. */
export default function Listing() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("provider-listings");
  const { frame, listing, tasks, notice } = view;
  const base = `/provider/${frame.org}/listings`;
  const problems = Object.entries(refused?.errors ?? {}).map(
    ([section, codes]) =>
      [section, codes.map((code) => t(`publish.${code}`, { section: t(`section.${section}`) }))] as const,
  );
  const list = tasks.map(({ section, state }) => ({
    href: `${base}/${listing.id}/edit/${section}`,
    name: <span id={section}>{t(`section.${section}`)}</span>,
    state: t(`state.${state}`),
    tone: tones[state],
  }));
  const crumbs = [{ href: base, label: t("list.title") }, { label: listing.name }];
  return (
    <ProviderPage
      frame={frame}
      here="listings"
      width="read"
      title={listing.name}
      crumbs={<Breadcrumbs label={t("crumbs")} crumbs={crumbs} />}
      actions={
        <Tag tone={listing.state === "published" && !listing.paused ? "ok" : "neu"}>
          {t(`status:listing.${listing.paused ? "temporarily_closed" : listing.state}`)}
        </Tag>
      }
    >
      {problems.length > 0 && (
        <ErrorSummary title={t("publish.refused")} errors={Object.fromEntries(problems)} />
      )}
      {refused?.conflict && <Banner tone="warn">{t("list.conflict")}</Banner>}
      {notice && (
        <Banner>
          {notice === "confirmed"
            ? t("list.notice.confirmed")
            : notice === "in_review"
              ? t("listing-review:mine.inReview")
              : t(`one.notice.${notice}`)}
        </Banner>
      )}
      <ConcernNotes concerns={view.concerns} />
      <div className="grid gap-6 lg:grid-cols-2">
        <div>
          <h2>{t("one.tasks")}</h2>
          <TaskList tasks={list} />
          <PublishForms view={view} />
          <p className="mt-3">
            <a href={`${base}/${listing.id}/history`}>{t("listing-review:mine.history")}</a>
          </p>
        </div>
        <div>
          <h2>{t("one.preview")}</h2>
          <p className="meta">{t("one.previewMore")}</p>
          {view.previews.map(({ language, card }) => (
            <section key={language} aria-label={t(`one.previewIn.${language}`)} className="mt-3">
              <p className="lab">{t(`one.previewIn.${language}`)}</p>
              <div lang={language}>
                <FamilyCard card={card} base={`/${language}`} preview />
              </div>
            </section>
          ))}
        </div>
      </div>
    </ProviderPage>
  );
}

type View = Awaited<ReturnType<typeof loader>>;

function PublishForms({ view: { listing, manages } }: { view: Pick<View, "listing" | "manages"> }) {
  const { t } = useTranslation("provider-listings");
  const { version, name } = listing;
  const published = listing.state === "published";
  const pause = listing.paused ? "resume" : "pause";
  return (
    <Card className="mt-3">
      <h2>{published ? t("one.live") : t("one.check")}</h2>
      <p className="meta">{published ? t("one.liveMore") : t("one.checkMore")}</p>
      {published && (
        <PageForm method="post" values={{ version, intent: "openings" }} className="row mt-3">
          <span className="lab" aria-hidden="true">
            {t("list.openings")}
          </span>
          <Stepper
            name="available"
            value={listing.available}
            label={t("list.openingsOf", { name })}
            fewer={t("list.fewer", { name })}
            more={t("list.more", { name })}
          />
        </PageForm>
      )}
      {listing.state === "in_review" && <p className="mt-3">{t("listing-review:mine.waits")}</p>}
      {published && (
        <PageForm method="post" values={{ version, intent: "confirm" }} className="row mt-3">
          <Button>{t("list.stillRight")}</Button>
        </PageForm>
      )}
      {manages && (
        <div className="row mt-3">
          {!published && listing.state !== "in_review" && (
            <PageForm method="post" values={{ version, intent: "publish" }}>
              <Button variant="primary">{t("one.publish")}</Button>
            </PageForm>
          )}
          {published && (
            <PageForm method="post" values={{ version, intent: pause }}>
              <Button icon={listing.paused ? "play" : "pause"}>{t(`list.${pause}Now`)}</Button>
            </PageForm>
          )}
        </div>
      )}
    </Card>
  );
}
