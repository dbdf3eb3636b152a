import { describe, expect, it } from "vitest";
import { cleanText } from "./clean-text";

describe("cleanText", () => {
  it.each([
    ["Ana\u202egnp.exe", "Anagnp.exe"],
    ["\u200b\u200b", ""],
    ["\u00a0\u3000\u2800", "   "],
    ["Rosa\u00a0T.", "Rosa T."],
    ["ro\u00adsa\ufeff", "rosa"],
    ["Jose\u0301", "Jos\u00e9"],
    ["a\u200db", "ab"],
    ["\u200dJo", "Jo"],
    ["line one\r\nline\ttwo", "line one\r\nline\ttwo"],
    ["bell\u0007", "bell"],
  ])("%j is %j", (typed, clean) => expect(cleanText(typed)).toBe(clean));

  it.each([
    "Łódka Đông Straße",
    "ليلى",
    "می\u200cخواهم",
    "क्\u200dष",
    "👩\u200d👧",
    "N\u2019Golo O'Neil-Smith",
  ])("leaves %j as it is written", (typed) => expect(cleanText(typed)).toBe(typed));
});
