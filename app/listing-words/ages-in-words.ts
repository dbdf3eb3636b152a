import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { ageParts } from "~/locales/child-ages";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t">;
type Facts = Pick<ListingResult["facts"], "childAgeMinMonths" | "childAgeMaxMonths">;
type Age = ReturnType<typeof ageParts>;

/** A half year is said of programs also where children are older: "3.5 years". */
const partsOf = (months: number): Age =>
  months > 36 && months % 12 === 6 ? { unit: "years", count: months / 12 } : ageParts(months);

const oneAge = ({ t }: Say, { unit, count }: Age) => t(`common:age.${unit}`, { count });

/** "Through 2" is kept as 35 months: the last month of a year is that year. */
const lastAge = (months: number) => partsOf(months > 11 && (months + 1) % 12 === 0 ? months - 11 : months);

function between(words: Say, min: number, to: Age): string {
  const { t } = words;
  if (min < 0) return t("listing:ages.unbornTo", { to: oneAge(words, to) });
  if (min === 0) return t("listing:ages.birthTo", { to: oneAge(words, to) });
  const from = partsOf(min);
  if (from.unit !== to.unit)
    return t("listing:ages.between", { from: oneAge(words, from), to: oneAge(words, to) });
  return from.count === to.count
    ? oneAge(words, to)
    : t(`listing:ages.${to.unit}`, { from: from.count, to: to.count });
}

/** The ages of children that are served: "birth to 3 years", "6 to 18 months", "6 years and older"; null: nobody said. */
export function agesInWords(
  words: Say,
  { childAgeMinMonths: min, childAgeMaxMonths: max }: Facts,
): string | null {
  const { t } = words;
  if (max !== null)
    return min === null
      ? t("listing:ages.upTo", { to: oneAge(words, lastAge(max)) })
      : between(words, min, lastAge(max));
  if (min === null) return null;
  if (min <= 0) return t(min < 0 ? "listing:ages.fromUnborn" : "listing:ages.fromBirth");
  return t("listing:ages.from", { from: oneAge(words, partsOf(min)) });
}

/** One end of a range, as the form that asks for it and the history that keeps it say it. */
export function ageInRange(words: Say, months: number): string {
  if (months < 0) return words.t("listing:ageOf.unborn");
  return months === 0 ? words.t("listing:ageOf.birth") : oneAge(words, ageParts(months));
}
