import { expect, it } from "vitest";
import { phoneKey } from "./phone-key";

it.each([
  "(410) 555-0177",
  "+1 410 555 0177",
  "410\u2011555\u20130177",
  "410.555.0177 ext. 12",
  "410 555 0177 x12",
  "4105550177#12",
  "410-555-0177, extension 4",
  "410 555 0177 anexo 12",
  "\uff14\uff11\uff10 555 0177",
])("%s is one number", (typed) => expect(phoneKey(typed)).toBe("4105550177"));

it.each([null, "", "12", "no tengo", "n/a", "555-017"])("%s is none", (typed) =>
  expect(phoneKey(typed)).toBe(null),
);
