import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { textUpTo } from "~/auth/form-fields";
import { type PublicPageArgs, publicAction, publicLoader } from "~/auth/public-page.server";
import { getPublishedListings } from "~/domain/directory/index.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import { listAnswering } from "~/domain/organizations/index.server";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { PlacedHtml } from "~/ui/placed-html";
import { describeCard } from "../listing-card/describe-card.server";
import { drawCard } from "../listing-card/draw-card.server";
import { TalkCard } from "./finder/finder-side";
import { describeForm, finderWords } from "./finder/finder-words.server";
import { keptCookie, readKept } from "./finder/kept-list.server";
import { PrintButton } from "./finder/print-button";

export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("public:keep.pageTitle"),
});

export const loader = publicLoader(async ({ ctx, params, request }) => {
  const language = requireLanguage(params.lang);
  const words = await finderWords(ctx, language);
  const listings = await getPublishedListings(ctx, { slugs: readKept(request) });
  const organizationIds = listings.map((listing) => listing.organizationId);
  const answering = await listAnswering(ctx, { organizationIds });
  const cards = listings.map((listing) => describeCard(words, listing, answering));
  const text = cards.map((card) => [card.name, card.phone?.words].filter(Boolean).join(": ")).join("\n");
  const place = { t: words.t, base: pathTo("/:lang", { lang: language }) };
  return {
    base: place.base,
    cards: cards.map((card) => ({ slug: card.slug, name: card.name, html: drawCard(place, card).html })),
    form: describeForm(words, emptyCriteria),
    text: `sms:?&body=${encodeURIComponent(text)}`,
  };
});

const slugs = z.object({ slugs: textUpTo(4_000).transform((typed) => typed.split(".")) });

function keep({ params, url }: PublicPageArgs, kept: readonly string[]) {
  const headers = { "Set-Cookie": keptCookie(kept, url) };
  return redirect(pathTo("/:lang/list", { lang: requireLanguage(params.lang) }), { status: 303, headers });
}

export const action = publicAction({
  add: [slugs, async ({ input, ...args }) => keep(args, [...readKept(args.request), ...input.slugs])],
  remove: [
    slugs,
    async ({ input, ...args }) =>
      keep(
        args,
        readKept(args.request).filter((slug) => !input.slugs.includes(slug)),
      ),
  ],
  clear: [z.object({}), async (args) => keep(args, [])],
});

/** The programs this device keeps: to read, print or send. No account, no name. */
export default function KeptList() {
  const { base, cards, form, text } = useLoaderData<typeof loader>();
  const { t } = useTranslation("public");
  return (
    <PublicPage
      title={t("keep.pageTitle")}
      lede={t("keep.pageLede")}
      side={{ label: t("talk.label"), content: <TalkCard talk={form.talk} /> }}
    >
      {cards.length === 0 && (
        <EmptyState
          title={t("keep.empty")}
          icon="list"
          action={<ButtonLink href={base}>{t("program.back")}</ButtonLink>}
        >
          {t("keep.emptyMore")}
        </EmptyState>
      )}
      {cards.length > 0 && (
        <div className="row no-print">
          <PrintButton />
          <ButtonLink icon="message" href={text}>
            {t("keep.text")}
          </ButtonLink>
          <PageForm method="post" values={{ intent: "clear" }}>
            <Button variant="quiet">{t("keep.clear")}</Button>
          </PageForm>
        </div>
      )}
      {cards.length > 0 && <h2 className="vh">{t("find.title")}</h2>}
      {cards.map((card) => (
        <div key={card.slug}>
          <PlacedHtml html={card.html} />
          <p className="only-print">{t("keep.notes")} ____________________</p>
          <PageForm method="post" values={{ intent: "remove", slugs: card.slug }} className="no-print">
            <Button variant="quiet" small aria-label={`${t("keep.remove")}: ${card.name}`}>
              {t("keep.remove")}
            </Button>
          </PageForm>
        </div>
      ))}
    </PublicPage>
  );
}
