import { expect, it } from "vitest";
import { needed } from "./listing-answers";

it.each([
  ["Night\u00a0Circle", "Night Circle"],
  ["Cafe\u0301 de\u00ad Padres", "Café de Padres"],
  ["\u202eNight\u202c Circle ", "Night Circle"],
  ["one line\r\nand another", "one line\nand another"],
  ["می\u200cخواهم", "می\u200cخواهم"],
])("an answer of a listing is kept as everybody sees it: %j is %j", (typed, kept) => {
  expect(needed(40).parse(typed)).toBe(kept);
});

it("what is only signs without width is no answer", () => {
  expect(needed(40).safeParse("\u200b\u3164").success).toBe(false);
});
