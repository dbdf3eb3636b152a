import { expect, it } from "vitest";
import { removeMarks } from "./remove-marks";

it.each([
  ["safe\u202Egpj.exe", "safegpj.exe"],
  ["\u2066Helping\u2069 \u200EHands\u200F", "Helping Hands"],
  ["A\u200Bna\uFEFF\u2060", "Ana"],
  ["pass\u200Dword \u200Cx", "password x"],
])("takes what turns or hides text out of %j", (given, kept) => {
  expect(removeMarks(given)).toBe(kept);
});

it.each(["می‌خواهم", "क्‍ष", "👨‍👩‍👧", "مرحبا 21215", "niños"])("leaves %s whole", (text) => {
  expect(removeMarks(text)).toBe(text);
});
