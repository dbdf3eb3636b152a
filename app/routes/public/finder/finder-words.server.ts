import { readJurisdiction } from "~/domain/organizations/index.server";
import { hasCategories, needsInForce } from "~/domain/directory/index.server";
import { type SearchChip, type SearchCriteria, chipsOf } from "~/domain/directory/search/search-criteria";
import type { JurisdictionFacts } from "~/domain/organizations/read-jurisdiction.server";
import type { Ctx } from "~/domain/kernel/context";
import { clockTime } from "~/listing-words/clock-time";
import { timeOfDayInWords } from "~/listing-words/hours-in-words";
import { modeInWords } from "~/listing-words/place-in-words";
import { childAge } from "~/locales/child-ages";
import { capital, languageName } from "~/locales/language-name";
import type { Language } from "~/locales/languages";
import type { Words } from "~/locales/words";
import { wordsIn } from "~/locales/words-in.server";
import { withNeedNames } from "../../listing-card/need-names.server";

export type FinderWords = Words & {
  supportPhone: string | null;
  textPhone: string | null;
  crisisPhone: string | null;
  hours: JurisdictionFacts["hours"];
  title: string;
  browse: boolean;
  offered: readonly string[];
};

/** Words, formats and the jurisdiction's own phone, for one page of the finder. */
export async function finderWords(ctx: Ctx, language: Language): Promise<FinderWords> {
  const { timeZone, codeListsVersion, ...facts } = await readJurisdiction(ctx);
  const { supportPhone, textPhone, crisisPhone, hours, title } = facts;
  const { offered } = await needsInForce(ctx, codeListsVersion);
  const words = wordsIn(language, "public", { timeZone, now: ctx.clock.now() });
  return {
    ...words,
    t: await withNeedNames(ctx, language, words.t, codeListsVersion),
    offered,
    ...{ supportPhone, textPhone, crisisPhone, hours, title },
    browse: await hasCategories(ctx),
  };
}

/** One piece of a search in words: "language: Spanish", "evenings", "free". */
export function chipInWords(words: Words, chip: SearchChip): string {
  const { t } = words;
  switch (chip.kind) {
    case "need":
      return t(`needs:${chip.value}`);
    case "place": {
      const said = t("public:chip.place", chip.params);
      return chip.params["about"] ? t("public:chip.about", { words: said }) : said;
    }
    case "caregiver":
      return t(`public:chip.caregiver.${chip.value}`);
    case "language":
      return languageName(words, chip.value);
    case "age":
      return `${t("public:chip.age")}: ${childAge(words, Number(chip.value))}`;
    case "words":
      return t("public:chip.words", chip.params);
    case "without":
      return t(`public:chip.without.${chip.value}`);
    case "time":
      return timeOfDayInWords(words, chip.value);
    case "mode":
      return modeInWords(words, chip.value);
    case "cost":
      return t("listing:cost.free").toLocaleLowerCase(words.language);
  }
}

/** The age of a child as an answer to choose. */
export const ageChoice = (words: Words, months: number) => capital(words, childAge(words, months));

/** What narrows the search beyond need and place, in words. */
export function filtersInWords(words: Words, criteria: SearchCriteria): string {
  const chips = chipsOf(criteria).filter((chip) => chip.kind !== "need" && chip.kind !== "place");
  return words.format.list(chips.map((chip) => chipInWords(words, chip)));
}

const digits = (phone: string) => phone.replace(/[^\d+]/g, "");

/** Who helps to choose: where to call or to write, and when somebody answers. */
function talkInWords({ t, format, supportPhone, textPhone, hours }: FinderWords) {
  if (!supportPhone) return null;
  return {
    words: format.phone(supportPhone),
    href: `tel:${digits(supportPhone)}`,
    hours: t("public:talk.hours", {
      from: clockTime(`${hours.opensAt}:00`),
      to: clockTime(`${hours.closesAt}:00`),
    }),
    text: textPhone ? { words: format.phone(textPhone), href: `sms:${digits(textPhone)}` } : null,
  };
}

/** The form as it stands: every choice with its words. */
export function describeForm(words: FinderWords, criteria: SearchCriteria) {
  const { t, title, browse, offered } = words;
  return {
    browse,
    brand: title,
    needs: offered.map((value) => ({ value, label: t(`needs:${value}`) })),
    need: criteria.needs[0] ?? "",
    place: criteria.place?.label ?? "",
    talk: talkInWords(words),
  };
}
export type FormView = ReturnType<typeof describeForm>;
