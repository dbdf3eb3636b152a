import { readJurisdiction } from "~/domain/organizations/index.server";
import { hasCategories, needsInForce } from "~/domain/directory/index.server";
import { type SearchChip, type SearchCriteria, chipsOf } from "~/domain/directory/search/search-criteria";
import type { Ctx } from "~/domain/kernel/context";
import { formatIn } from "~/locales/format";
import type { Language } from "~/locales/languages";
import type { CardWords } from "../../listing-card/describe-card.server";
import { withNeedNames } from "../../listing-card/need-names.server";
import { languageNames } from "~/locales/intl-names";
import { translate } from "~/locales/translator.server";

export type FinderWords = CardWords & {
  supportPhone: string | null;
  title: string;
  browse: boolean;
  offered: readonly string[];
};

/** Words, formats and the jurisdiction's own phone, for one page of the finder. */
export async function finderWords(ctx: Ctx, language: Language): Promise<FinderWords> {
  const { timeZone, supportPhone, title, codeListsVersion } = await readJurisdiction(ctx);
  const { offered } = await needsInForce(ctx, codeListsVersion);
  return {
    language,
    t: await withNeedNames(ctx, language, translate(language, "public"), codeListsVersion),
    offered,
    format: formatIn(language, timeZone),
    supportPhone,
    title,
    browse: await hasCategories(ctx),
  };
}

/** One piece of a search in words: "language: Spanish", "evenings", "free". */
export function chipInWords({ t, format, language }: CardWords, chip: SearchChip): string {
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
      return languageNames(language).of(chip.value) ?? chip.value;
    case "age":
      return `${t("public:chip.age")}: ${ageInWords({ t }, Number(chip.value))}`;
    case "words":
      return format.list(chip.value.split(" "));
    default:
      return t(`public:chip.${chip.value}`);
  }
}

export function ageInWords({ t }: Pick<CardWords, "t">, months: number): string {
  if (months < 0) return t("public:filters.unborn");
  return months < 24 && months % 12
    ? t("public:filters.months", { count: months })
    : t("public:filters.years", { count: Math.floor(months / 12) });
}

/** What narrows the search beyond need and place, in words. */
export function filtersInWords(words: CardWords, criteria: SearchCriteria): string {
  const chips = chipsOf(criteria).filter((chip) => chip.kind !== "need" && chip.kind !== "place");
  return words.format.list(chips.map((chip) => chipInWords(words, chip)));
}

/** The form as it stands: every choice with its words. */
export function describeForm(
  { t, supportPhone, format, title, browse, offered }: FinderWords,
  criteria: SearchCriteria,
) {
  return {
    browse,
    brand: title,
    needs: offered.map((value) => ({ value, label: t(`needs:${value}`) })),
    need: criteria.needs[0] ?? "",
    place: criteria.place?.label ?? "",
    talk: supportPhone
      ? { words: format.phone(supportPhone), href: `tel:${supportPhone.replace(/[^\d+]/g, "")}` }
      : null,
  };
}
export type FormView = ReturnType<typeof describeForm>;
