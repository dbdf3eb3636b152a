import { recordUnmetNeed, searchListings } from "~/domain/directory/index.server";
import { ageChoices, languageCodes } from "~/domain/directory/editing/listing-sections";
import { chipsOf, timesOfDay } from "~/domain/directory/search/search-criteria";
import type { Ctx } from "~/domain/kernel/context";
import { listAnswering } from "~/domain/organizations/index.server";
import { timeOfDayInWords } from "~/listing-words/hours-in-words";
import { capital, languageLabel } from "~/locales/language-name";
import { type Html, markup } from "~/ui/markup";
import { describeCrisis } from "../../crisis-lines/describe-crisis.server";
import { describeCard } from "../../listing-card/describe-card.server";
import { drawCard } from "../../listing-card/draw-card.server";
import { openIconSheet } from "../../listing-card/open-icon-sheet.server";
import type { FiltersView } from "./filters-form";
import { ageChoice, chipInWords, filtersInWords, type FinderWords } from "./finder-words.server";
import { sealSearch, type SealedSearch } from "./sealed-search.server";

/** The choices, and the age that was written where it is none of them. */
const agesOffered = ([written]: readonly number[]) =>
  [...new Set([...ageChoices, ...(written === undefined ? [] : [written])])].sort(
    (one, other) => one - other,
  );

function describeFilters(words: FinderWords, { criteria }: SealedSearch): FiltersView {
  return {
    words: filtersInWords(words, criteria),
    languages: languageCodes.map((value) => ({ value, label: languageLabel(words, value) })),
    language: criteria.languages[0] ?? "",
    times: timesOfDay.map((value) => ({ value, label: capital(words, timeOfDayInWords(words, value)) })),
    time: criteria.times,
    ages: agesOffered(criteria.childAgesMonths).map((months) => ({
      value: String(months),
      label: ageChoice(words, months),
    })),
    age: criteria.childAgesMonths.length ? String(criteria.childAgesMonths[0]) : "",
    free: criteria.cost === "free",
    miles: criteria.place ? criteria.radiusMiles : null,
  };
}

type Found = Awaited<ReturnType<typeof searchListings>>;

/** The two nearest wider searches that find something, as links. */
function describeWider(
  words: FinderWords,
  found: Found,
  base: string,
  danger: SealedSearch["danger"],
): { href: string; words: string }[] {
  const { t } = words;
  return found.wider
    .filter((wider) => wider.count > 0)
    .slice(0, 2)
    .map((wider) => {
      const programs = t("public:empty.programs", { count: wider.count });
      const href = `${base}/find?k=${sealSearch({ criteria: wider.criteria, unknownPlace: null, spoken: null, danger, wish: null })}`;
      if (wider.kind === "radius")
        return { href, words: t("public:empty.radius", { miles: wider.miles, programs }) };
      return { href, words: t("public:empty.without", { filter: chipInWords(words, wider.chip), programs }) };
    });
}

/** How a line of plain words was read, piece by piece, each to be taken away. */
function describeSpoken(words: FinderWords, { criteria, spoken }: SealedSearch) {
  const { t } = words;
  const place = criteria.place?.label;
  const notUsed = spoken?.notUsed ?? [];
  return {
    chips: chipsOf(criteria).map((chip) => {
      const said = chipInWords(words, chip);
      return { id: chip.id, words: said, remove: t("public:words.remove", { words: said }) };
    }),
    notUsed: notUsed.length ? t("public:words.notUsed", { words: notUsed.join(", ") }) : null,
    street: spoken?.street && place ? t("public:words.street", { place }) : null,
  };
}
export type SpokenView = ReturnType<typeof describeSpoken>;

/** Cards of a page, and the folded ones: their icons stand in it once, or they would be half of its HTML. */
function drawResults(
  words: FinderWords,
  base: string,
  found: Found,
  answering: ReadonlySet<string>,
): { cards: Html; closed: Html } {
  const { icon, sheet } = openIconSheet();
  const place = { t: words.t, base, icon };
  const draw = (listing: Found["results"][number]) =>
    drawCard(place, describeCard(words, listing, answering));
  const [cards, closed] = [found.results.map(draw), found.closed.map(draw)];
  return { cards: markup`${sheet()}${cards}`.html, closed: markup`${closed}`.html };
}

/** One page of results, ready to be drawn. */
export async function describeResults(
  ctx: Ctx,
  words: FinderWords,
  search: SealedSearch,
  asked: { page: number; base: string },
) {
  const found = await searchListings(ctx, { criteria: search.criteria, page: asked.page });
  const { wish, criteria } = search;
  if (wish) await recordUnmetNeed(ctx, { wish, criteria, open: found.openWell });
  const { t } = words;
  const organizationIds = [...found.results, ...found.closed].map((listing) => listing.organizationId);
  const answering = await listAnswering(ctx, { organizationIds });
  const { danger: dangers } = search;
  const { crisisPhone } = words;
  return {
    crisis: describeCrisis(words, { dangers, needs: criteria.needs, crisisPhone }, "family"),
    count: [
      t("public:find.count", { count: found.total }),
      found.total ? t("public:find.room", { count: found.open }) : "",
      found.cut ? t("public:find.cut") : "",
    ]
      .join(" ")
      .trim(),
    slugs: found.results.map((listing) => listing.card.slug),
    ...drawResults(words, asked.base, found, answering),
    closedTotal: found.closedTotal,
    filters: describeFilters(words, search),
    unknownPlace: search.unknownPlace,
    spoken: search.spoken ? describeSpoken(words, search) : null,
    page: asked.page,
    pages: found.pages,
    empty:
      found.total === 0
        ? {
            chips: words.format.list(chipsOf(search.criteria).map((chip) => chipInWords(words, chip))),
            wider: describeWider(words, found, asked.base, search.danger),
          }
        : null,
  };
}
export type ResultsView = Awaited<ReturnType<typeof describeResults>>;
