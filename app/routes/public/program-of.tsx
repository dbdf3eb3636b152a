import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicLoader } from "~/auth/public-page.server";
import { plainText } from "~/domain/directory/editing/plain-text";
import { readProgram } from "~/domain/directory/index.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import { NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { listAnswering } from "~/domain/organizations/index.server";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { PlacedHtml } from "~/ui/placed-html";
import { describeCard } from "../listing-card/describe-card.server";
import { drawCard } from "../listing-card/draw-card.server";
import { TalkCard } from "./finder/finder-side";
import { describeForm, finderWords } from "./finder/finder-words.server";

export const handle = pageHandle<typeof loader>({
  family: true,
  title: (t) => t("public:brandNeutral"),
});

export const loader = publicLoader(async ({ ctx, params }) => {
  const language = requireLanguage(params.lang);
  const id = params.id ?? "";
  const program = isId(id) ? await readProgram(ctx, { id }) : null;
  if (!program) throw new NotFound();
  const words = await finderWords(ctx, language);
  const { listings } = program;
  const organizationIds = listings.map((listing) => listing.organizationId);
  const answering = await listAnswering(ctx, { organizationIds });
  const place = { t: words.t, base: pathTo("/:lang", { lang: language }) };
  const cards = listings.map((listing) => describeCard(words, listing, answering));
  return {
    base: place.base,
    name: plainText(program.name),
    organization: cards[0]?.organization ?? "",
    about: plainText(program.description),
    cards: cards.map((card) => ({ slug: card.slug, html: drawCard(place, card).html })),
    form: describeForm(words, emptyCriteria),
  };
});

/** A program that is given in several ways or places, each a card that leads to its own page. */
export default function ProgramOf() {
  const { base, name, organization, about, cards, form } = useLoaderData<typeof loader>();
  const { t } = useTranslation("public");
  return (
    <PublicPage
      title={name}
      lede={<span lang="en">{organization}</span>}
      side={{ label: t("talk.label"), content: <TalkCard talk={form.talk} /> }}
    >
      {about && (
        <p lang="en" className="whitespace-pre-line">
          {about}
        </p>
      )}
      {cards.map(({ slug, html }) => (
        <PlacedHtml key={slug} html={html} />
      ))}
      <p className="mt-3">
        <a href={base}>{t("program.back")}</a>
      </p>
    </PublicPage>
  );
}
