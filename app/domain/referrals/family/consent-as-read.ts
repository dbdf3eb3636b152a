import { Invalid } from "../../kernel/errors";
import { type DataClass, dataClassesOf } from "../sending/referral-snapshot";
import type { ConsentGiven } from "../sending/send-referral.schema";
import { selfReferralWords } from "../sending/self-referral-words";
import { type ConsentLanguage, consentLanguages, type ConsentText, consentWords } from "./consent-words";

export type Asked = {
  /** Who says the words: a worker reads them aloud, the family's page asks, or the family asks by itself. */
  by: "worker" | "page" | "self";
  /** The words in force where the family is. */
  text: ConsentText;
  /** In which the words are said. */
  language: ConsentLanguage;
  /** All that would be sent of the family. */
  family: Parameters<typeof dataClassesOf>[0] & { language: string; contactWay: string | null };
  organization: string;
};

/** A permission as it is asked for: its words are shown, and on a yes it is kept as it is. */
export type ConsentAsRead = ConsentGiven & { language: ConsentLanguage; dataClasses: DataClass[] };

const isReviewed = (language: string): boolean => consentLanguages.some((one) => one === language);

/** The one place where a permission is put together, for the eye and for the record alike. */
export function consentAsRead({ by, text, language, family, organization }: Asked): ConsentAsRead {
  const dataClasses = dataClassesOf(family);
  return {
    method: by === "worker" ? "verbal" : "e_sign",
    language,
    textVersion: text.version,
    wordsShown:
      by === "self"
        ? selfReferralWords(text, language, dataClasses, organization)
        : consentWords(text, language, dataClasses, organization, family.contactWay ?? "call"),
    dataClasses,
    // Words that nobody reviewed in the family's language are said by an interpreter.
    throughInterpreter: by === "worker" && !isReviewed(family.language),
  };
}

/** The words in each language they were reviewed in. */
export function wordsToRead(asked: Omit<Asked, "language">): Record<ConsentLanguage, string> {
  const say = (language: ConsentLanguage): string => consentAsRead({ ...asked, language }).wordsShown;
  return { en: say("en"), es: say("es") };
}

/**
 * The permission of a yes to the words that were shown. Invalid, under the field that says yes, when what would be sent
 * asks for other words by now: nobody said yes to those.
 */
export function agreedTo(asked: Asked, shown: string, field = "wordsShown"): ConsentAsRead {
  const consent = consentAsRead(asked);
  if (consent.wordsShown !== shown) throw new Invalid({ [field]: ["words_changed"] });
  return consent;
}
