import { expect, it } from "vitest";
import { rememberWords } from "./remember-words";
import { translate } from "./translator.server";

it("says what i18next says, the first time and later, in both languages", () => {
  for (const language of ["en", "es"] as const) {
    const [slow, quick] = [translate(language, "public"), rememberWords(language, "public")];
    const said: [string, Record<string, string | number>?][] = [
      ["card.callNamed", { name: 'A <b> & "B"' , phone: "410 555 0100" }],
      ["card.callNamed", { phone: "1", name: "" }],
      ["status:capacity.openings", { count: 1 }],
      ["status:capacity.openings", { count: 3 }],
      ["common:when.checked", { count: 12 }],
      ["card.free"],
      ["nothing.such"],
    ];
    for (const [key, options] of [...said, ...said])
      expect(quick(key, options ?? {})).toBe(slow(key, options ?? {}));
  }
});

it("reads nothing into what is put in", () => {
  const quick = rememberWords("en", "public");
  const name = "{{phone}} $t(card.call) \u0001";
  expect(quick("card.callNamed", { name, phone: "1" })).toContain(name);
});
