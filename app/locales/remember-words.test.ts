import { expect, it } from "vitest";
import { rememberWords } from "./remember-words";
import { resources } from "./resources.server";
import { startTranslator } from "./start-translator";

const slowly = (language: "en" | "es") =>
  startTranslator(language, resources[language]).getFixedT(language, "public");

it("says what i18next says, the first time and later, in both languages", () => {
  for (const language of ["en", "es"] as const) {
    const slow = slowly(language);
    const quick = rememberWords(slow);
    const said: [string, Record<string, string | number | boolean>?][] = [
      ["card.callNamed", { name: 'A <b> & "B"', phone: "410 555 0100" }],
      ["card.callNamed", { phone: "1", name: "" }],
      ["listing:room.openings", { count: 1 }],
      ["listing:room.openings", { count: 3 }],
      ["listing:checked.ago", { count: 12 }],
      ["card.call"],
      ["nothing.such"],
      ["nothing.such", { defaultValue: "such" }],
      ["listing:checked", { returnObjects: true }],
    ];
    for (const [key, options] of [...said, ...said])
      expect(quick(key, options ?? {})).toEqual(slow(key, options ?? {}));
  }
});

it("reads nothing into what is put in", () => {
  const quick = rememberWords(slowly("en"));
  const name = "{{phone}} $t(card.call) \u0001";
  expect(quick("card.callNamed", { name, phone: "1" })).toContain(name);
});

it("ends a sentence once after a shortened name", () => {
  const quick = rememberWords(slowly("en"));
  expect(quick("provider:done.accept", { name: "Rosa T." })).toBe("You said yes to Rosa T.");
  expect(quick("provider:done.accept", { name: "Rosa" })).toBe("You said yes to Rosa.");
  expect(quick("provider:done.acceptOpenings", { name: "Rosa T.", count: 4 })).toBe(
    "You said yes to Rosa T. 4 openings left.",
  );
});
