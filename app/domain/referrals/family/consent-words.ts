import type { DataClass } from "../sending/referral-snapshot";

/** Languages in which the words were reviewed by people; in any other an interpreter says them, and that is recorded. */
export const consentLanguages = ["en", "es"] as const;
export type ConsentLanguage = (typeof consentLanguages)[number];

/** Changes with every change of the words; a permission keeps the version that was read. */
export const consentTextVersion = "2026-11";

type Text = {
  parts: Record<DataClass, string>;
  ways: Record<string, string>;
  sentence: (shared: string, organization: string, way: string) => string;
};

const english: Text = {
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
    mail: "write to you",
  },
  sentence: (shared, organization, way) =>
    `Is it OK if I share your ${shared} with ${organization}, so they can ${way}? It is your choice. You can change your mind.`,
};

const spanish: Text = {
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
    mail: "le escriban",
  },
  sentence: (shared, organization, way) =>
    `¿Está bien si comparto ${shared} con ${organization}, para que ${way}? Es su decisión. Puede cambiar de opinión.`,
};

const texts: Record<ConsentLanguage, Text> = { en: english, es: spanish };

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
export const consentParts = (language: ConsentLanguage): Record<DataClass, string> => texts[language].parts;

/**
 * The words read aloud before anything is shared, made of exactly the classes that will be sent, and kept with the
 * permission as they were read.
 */
export function consentWords(
  language: ConsentLanguage,
  shared: readonly DataClass[],
  organization: string,
  way = "call",
): string {
  const { parts, ways, sentence } = texts[language];
  const list = listParts(
    language,
    shared.map((one) => parts[one]),
  );
  return sentence(list, organization, ways[way] ?? ways.call ?? "");
}
