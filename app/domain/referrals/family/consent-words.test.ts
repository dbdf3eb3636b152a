import { describe, expect, it } from "vitest";
import { consentWords as wordsOf, listParts, usualConsentText } from "./consent-words";
import { dataClassesOf } from "../sending/referral-snapshot";

const family = {
  caregiverName: "Maria",
  phone: "4105550142",
  email: null,
  postalCode: "21215",
  childAgesMonths: [36, 72],
};

const consentWords = (...said: Parameters<typeof wordsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  wordsOf(usualConsentText, ...said);

describe("the words read aloud", () => {
  it("name exactly what will be sent, in the order of the classes", () => {
    expect(consentWords("en", dataClassesOf(family), "Rosewood Community Partners")).toBe(
      "Is it OK if I share your first name, phone, ZIP, language, children’s ages and what would help with Rosewood Community Partners, so they can call you? It is your choice. You can change your mind.",
    );
  });
  it("leave out what is not known", () => {
    const words = consentWords(
      "en",
      dataClassesOf({ ...family, phone: null, postalCode: null, childAgesMonths: [] }),
      "Rosewood",
      "will_call",
    );
    expect(words).toBe(
      "Is it OK if I share your first name, language and what would help with Rosewood, so they can expect your call? It is your choice. You can change your mind.",
    );
  });
  it("list as each language lists", () => {
    const all = ["uno", "dos", "tres", "cuatro"];
    for (let count = 1; count <= all.length; count += 1)
      for (const [language, locale] of [
        ["en", "en-GB"],
        ["es", "es"],
      ] as const) {
        const parts = all.slice(0, count);
        expect(listParts(language, parts)).toBe(new Intl.ListFormat(locale).format(parts));
      }
  });
  it("are Spanish in Spanish", () => {
    expect(consentWords("es", dataClassesOf(family), "Rosewood")).toContain(
      "su código postal, su idioma, las edades de sus niños y lo que le ayudaría con Rosewood",
    );
  });
});
