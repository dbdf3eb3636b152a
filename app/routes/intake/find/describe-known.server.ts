import type { CallFamily } from "~/domain/households/call-views";
import { childAges } from "~/locales/child-ages";
import { languageLabel } from "~/locales/language-name";
import type { Words } from "~/locales/words";

export type KnownFamily = { householdId: string; name: string; words: string };

/** A family the worker knows, in as many words as tell it from another. */
export function describeKnown(words: Words, family: CallFamily): KnownFamily {
  const { t } = words;
  const { childAgesMonths: ages } = family;
  const children =
    ages.length > 0 ? t("about.children", { count: ages.length, ages: childAges(words, ages) }) : null;
  return {
    householdId: family.householdId,
    name: family.caregiverName,
    words: [family.postalCode, languageLabel(words, family.language), children].filter(Boolean).join(" · "),
  };
}
