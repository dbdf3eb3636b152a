import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { getListing, publishListing } from "~/domain/directory/index.server";
import { listListingConcerns } from "~/domain/feedback/index.server";
import { wholeOfPlaces } from "~/domain/directory/openings/capacity-at-place";
import { openPlaces } from "~/domain/directory/places/open-places";
import { listedPlaces } from "~/domain/directory/reading/listed-places";
import { previewListing } from "~/domain/directory/reading/listing-preview";
import { listingSections } from "~/domain/directory/editing/listing-sections";
import { ErrorSummary } from "~/ui/form/error-summary";
import { TaskList } from "~/ui/lists";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { PlacedHtml } from "~/ui/placed-html";
import { Banner, Note, Tag } from "~/ui/tag";
import { languages } from "~/locales/languages";
import { wordsIn } from "~/locales/words-in.server";
import { pathTo } from "~/paths";
import { describeCard } from "../listing-card/describe-card.server";
import { drawCard } from "../listing-card/draw-card.server";
import { listingActs } from "./listing/act-on-listing.server";
import { ConcernNotes } from "./listing/concern-notes";
import { placesInWords } from "./listing/describe-listing.server";
import { PublishForms } from "./listing/publish-forms";
import { StillShown } from "../listing-editor/still-shown";
import { deskWords } from "../desk-words.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider-listings:one.title"),
});
const notices = ["saved", "published", "openings", "paused", "resumed", "confirmed", "in_review"] as const;
const noticeKeys: Partial<Record<(typeof notices)[number], string>> = {
  confirmed: "list.notice.confirmed",
  in_review: "listing-review:mine.inReview",
};

export const loader = deskLoader("provider", async (args) => {
  const { row, room, progress, withheld, stillShown } = await getListing(args.ctx, {
    id: args.params.id ?? "",
  });
  const preview = previewListing(row, args.ctx.clock.now());
  const concerns = await listListingConcerns(args.ctx, { id: row.id });
  const words = await deskWords(args, "provider-listings");
  const ours = new Set([preview.organizationId]);
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
      available: room.kind === "unknown" ? null : row.capacityAvailable,
      places: placesInWords(words, listedPlaces(openPlaces(row), args.ctx.clock.now())),
      byPlace: wholeOfPlaces(openPlaces(row)) !== null,
    },
    withheld: withheld.map((field) => words.t(`listing-review:field.${field}`)),
    stillShown,
    concerns: concerns.map((one) => ({ ...one, said: words.format.date(one.at) })),
    tasks: listingSections.map((section) => ({ section, state: progress[section] })),
    previews: languages.map((language) => {
      const said = wordsIn(language, "listing", words);
      const place = { t: said.t, base: pathTo("/:lang", { lang: language }), preview: true };
      return { language, card: drawCard(place, describeCard(said, preview, ours)).html };
    }),
  };
});

const path = ({ params }: DeskArgs) =>
  pathTo("/provider/:org/listings/:id", { org: params.org, id: params.id });

export const action = deskAction("provider", {
  ...listingActs(path),
  publish: [
    z.object({ version: text }),
    async ({ input, ...args }) => {
      const notice = await publishListing(args.ctx, { id: args.params.id ?? "", ...input });
      return redirect(`${path(args)}?${notice}`, 303);
    },
  ],
});

const tones = { not_started: "neu", in_progress: "info", done: "ok", more_needed: "warn" } as const;

/** One listing: its six sections, how families will see it, check answers and publish. */
export default function Listing() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("provider-listings");
  const { frame, listing, tasks, notice } = view;
  const base = pathTo("/provider/:org/listings", { org: frame.org });
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
      {notice && <Banner>{t(noticeKeys[notice] ?? `one.notice.${notice}`)}</Banner>}
      {view.withheld.length > 0 && (
        <Note tone="warn">{t("one.withheld", { fields: view.withheld.join(", ") })}</Note>
      )}
      <StillShown base={base} places={view.stillShown} />
      <ConcernNotes concerns={view.concerns} />
      <div className="grid gap-6 lg:grid-cols-2">
        <div>
          <h2>{t("one.tasks")}</h2>
          <TaskList tasks={list} />
          <PublishForms listing={listing} manages={view.manages} />
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
              <PlacedHtml lang={language} html={card} />
            </section>
          ))}
        </div>
      </div>
    </ProviderPage>
  );
}
