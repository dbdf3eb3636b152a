import type { DataClass } from "../sending/referral-snapshot";

/** Languages in which the words were reviewed by people; in any other an interpreter says them, and that is recorded. */
export const consentLanguages = ["en", "es"] as const;
export type ConsentLanguage = (typeof consentLanguages)[number];

/** The words of a yes in both languages, with a place for what differs each time. */
export type ConsentText = {
  /** A permission keeps the version that was read. */
  version: string;
  /** Read aloud by a worker and asked on the family's page. */
  asked: Record<ConsentLanguage, string>;
  /** Said by a family that asks by itself. */
  own: Record<ConsentLanguage, string>;
};

/** What must stand in each sentence: what is shared, with which program's organization, and how that gets in touch. */
export const consentPlaces = {
  asked: ["{shared}", "{program}", "{way}"],
  own: ["{shared}", "{program}"],
} as const;

/** The portal's own words, where a jurisdiction has none; another version with every change of them. */
export const usualConsentText: ConsentText = {
  version: "2026-11",
  asked: {
    en: "Is it OK if I share your {shared} with {program}, so they can {way}? It is your choice. You can change your mind.",
    es: "¿Está bien si comparto {shared} con {program}, para que {way}? Es su decisión. Puede cambiar de opinión.",
  },
  own: {
    en: "I say yes to sharing my {shared} with {program}, so they can get in touch with me. It is my choice. I can change my mind.",
    es: "Digo que sí a compartir {shared} con {program}, para que se comuniquen conmigo. Es mi decisión. Puedo cambiar de opinión.",
  },
};

/** The words in force in a jurisdiction. */
export const consentTextOf = (settings: { consentWords: ConsentText | null }): ConsentText =>
  settings.consentWords ?? usualConsentText;

type Names = { parts: Record<DataClass, string>; ways: Record<string, string> };

const english: Names = {
  parts: {
    name: "first name",
    phone: "phone",
    email: "email",
    postal_code: "ZIP",
    language: "language",
    child_ages: "children’s ages",
    needs: "what would help",
  },
  ways: {
    call: "call you",
    text: "text you",
    will_call: "expect your call",
    email: "email you",
  },
};

const spanish: Names = {
  parts: {
    name: "su nombre",
    phone: "su teléfono",
    email: "su correo electrónico",
    postal_code: "su código postal",
    language: "su idioma",
    child_ages: "las edades de sus niños",
    needs: "lo que le ayudaría",
  },
  ways: {
    call: "le llamen",
    text: "le manden un texto",
    will_call: "esperen su llamada",
    email: "le escriban",
  },
};

const names: Record<ConsentLanguage, Names> = { en: english, es: spanish };

/**
 * "a, b and c". By hand and not by Intl: the browser shows these words and the server must find the same ones to the
 * letter, whatever the age of either.
 */
export function listParts(language: ConsentLanguage, parts: readonly string[]): string {
  const [last = "", ...before] = [...parts].reverse();
  const and = language === "en" ? "and" : "y";
  return before.length === 0 ? last : `${before.reverse().join(", ")} ${and} ${last}`;
}

/** What each class is called in a sentence. */
export const consentParts = (language: ConsentLanguage): Record<DataClass, string> => names[language].parts;

/** A sentence with its places filled; each once through, so that nothing in a program's name is filled again. */
export const fillPlaces = (sentence: string, filled: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => filled[name] ?? place);

/**
 * The words read aloud before anything is shared, made of exactly the classes that will be sent, and kept with the
 * permission as they were read.
 */
export function consentWords(
  text: ConsentText,
  language: ConsentLanguage,
  shared: readonly DataClass[],
  organization: string,
  way = "call",
): string {
  const { parts, ways } = names[language];
  const list = listParts(
    language,
    shared.map((one) => parts[one]),
  );
  return fillPlaces(text.asked[language], {
    ...{ shared: list, program: organization, way: ways[way] ?? ways["call"] ?? "" },
  });
}
