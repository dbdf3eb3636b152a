import type { CallFamily } from "~/domain/households/call-views";
import { type DeskWords, agesInWords } from "./desk-words.server";

export type KnownFamily = { householdId: string; name: string; words: string };

/** A family the worker knows, in as many words as tell it from another. */
export function describeKnown(words: DeskWords, family: CallFamily): KnownFamily {
  const { t, languageName } = words;
  const { childAgesMonths: ages } = family;
  const children =
    ages.length > 0 ? t("about.children", { count: ages.length, ages: agesInWords(words, ages) }) : null;
  return {
    householdId: family.householdId,
    name: family.caregiverName,
    words: [family.postalCode, languageName(family.language), children].filter(Boolean).join(" · "),
  };
}
