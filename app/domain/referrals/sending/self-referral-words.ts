import { type ConsentLanguage, consentParts, listParts } from "../family/consent-words";
import type { DataClass } from "./referral-snapshot";

const sentences: Record<ConsentLanguage, (shared: string, organization: string) => string> = {
  en: (shared, organization) =>
    `I say yes to sharing my ${shared} with ${organization}, so they can get in touch with me. It is my choice. I can change my mind.`,
  es: (shared, organization) =>
    `Digo que sí a compartir ${shared} con ${organization}, para que se comuniquen conmigo. Es mi decisión. Puedo cambiar de opinión.`,
};
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
  language: ConsentLanguage,
  shared: readonly DataClass[],
  organization: string,
): string {
  const list = listParts(
    language,
    shared.map((one) => mine[language](consentParts(language)[one])),
  );
  return sentences[language](list, organization);
}
