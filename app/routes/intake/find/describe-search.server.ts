import type { SearchChip, SearchCriteria } from "~/domain/directory/search/search-criteria";
import { chipsOf } from "~/domain/directory/search/search-criteria";
import { pageSize } from "~/domain/directory/search/search-listings.schema";
import type { SearchListingsResult } from "./search-result";
import { timeOfDayInWords } from "~/listing-words/hours-in-words";
import { modeInWords } from "~/listing-words/place-in-words";
import { agesToType, childAge } from "~/locales/child-ages";
import { capital, languageLabel } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import type { ChipView, ResultsView, SearchView } from "./view";

/** One piece of a search, in words. */
function chipWords(words: Words, chip: SearchChip): string {
  const { t } = words;
  switch (chip.kind) {
    case "need":
      return t(`needs:${chip.value}`);
    case "place": {
      const said = t(chip.params.kind === "county" ? "chip.area" : "chip.place", chip.params);
      return chip.params.about ? t("chip.about", { words: said }) : said;
    }
    case "language":
      return languageLabel(words, chip.value);
    case "age":
      return t("chip.age", { age: childAge(words, Number(chip.value)) });
    case "words":
      return t("chip.words", chip.params);
    case "without":
      return t(`chip.without.${chip.value}`);
    case "time":
      return capital(words, timeOfDayInWords(words, chip.value));
    case "mode":
      return capital(words, modeInWords(words, chip.value));
    case "cost":
      return t("listing:cost.free");
    case "caregiver":
      return t(`chip.caregiver.${chip.value}`);
  }
}

function chipView(words: Words, chip: SearchChip): ChipView {
  const said = chipWords(words, chip);
  return { id: chip.id, words: said, remove: words.t("search.remove", { words: said }) };
}

/** The line as typed, and how it was read. */
export function describeSearch(
  words: Words,
  line: string,
  criteria: SearchCriteria | null,
  notUsed: readonly string[],
): SearchView {
  const { t } = words;
  return {
    line,
    searched: criteria !== null,
    chips: criteria ? chipsOf(criteria).map((chip) => chipView(words, chip)) : [],
    notUsed: notUsed.length > 0 ? t("search.notUsed", { words: notUsed.join(", ") }) : null,
    ages: agesToType(words, criteria?.childAgesMonths ?? []),
    free: criteria?.cost === "free",
    modes: criteria?.modes ?? [],
  };
}

function describePages({ t }: Words, { pages }: SearchListingsResult, before: number): ResultsView["pages"] {
  if (pages < 2) return null;
  const page = before / pageSize + 1;
  return {
    words: t("results.page", { page, pages }),
    previous: page > 1 ? before - pageSize + 1 : null,
    next: page < pages ? before + pageSize + 1 : null,
  };
}

/** "7 programs fit. 3 have openings.", or what to take away when none does. */
export function describeCounts(
  words: Words,
  found: SearchListingsResult,
  before: number,
): Omit<ResultsView, "rows" | "closed" | "leftOut" | "misfits"> {
  const { t } = words;
  const heading =
    found.total === 0
      ? t("results.none")
      : [
          t("results.fit", { count: found.total }),
          t("results.open", { count: found.open }),
          found.cut && t("results.cut"),
          found.pages > 1 && t("results.shown", { from: before + 1, to: before + found.results.length }),
        ]
          .filter(Boolean)
          .join(" ");
  const wider = found.wider
    .filter(({ count }) => count > 0)
    .map((way) =>
      way.kind === "chip"
        ? {
            id: way.chip.id,
            words: t("results.without", { words: chipWords(words, way.chip), count: way.count }),
          }
        : { id: `radius:${way.miles}`, words: t("results.radius", { miles: way.miles, count: way.count }) },
    );
  return {
    heading,
    wider,
    closedWords: t("results.closed", { count: found.closedTotal }),
    pages: describePages(words, found, before),
  };
}
