import {
  type ConsentLanguage,
  consentParts,
  type ConsentText,
  fillPlaces,
  listParts,
} from "../family/consent-words";
import type { DataClass } from "./referral-snapshot";

const mine: Record<ConsentLanguage, (part: string) => string> = {
  en: (part) => part.replace("what would help", "words about what would help"),
  es: (part) =>
    part.replace(/^su /, "mi ").replace("sus niños", "mis niños").replace("le ayudaría", "me ayudaría"),
};

/**
 * The words a family agrees to on its own form, made of exactly the classes that will be sent, and kept with the
 * permission as they were shown.
 */
export function selfReferralWords(
  text: ConsentText,
  language: ConsentLanguage,
  shared: readonly DataClass[],
  organization: string,
): string {
  const list = listParts(
    language,
    shared.map((one) => mine[language](consentParts(language)[one])),
  );
  return fillPlaces(text.own[language], { shared: list, program: organization });
}
