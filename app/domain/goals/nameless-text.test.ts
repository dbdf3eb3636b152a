import { expect, it } from "vitest";
import { namelessText, noSmallCount } from "./nameless-text";

it.each([
  ["The parent council met in the library on 2026-03-04, 18 times in 2025.", true],
  ["From 2024 to 2026, 1,200 families.", true],
  ["Ask maria@example.org", false],
  ["Call (410) 555-0142", false],
  ["Call 4105550142", false],
])("%s", (text, expected) => expect(namelessText(text)).toBe(expected));

it.each([
  ["We asked 240 families; 12 parents came.", true],
  ["It took 3 meetings and 2 years.", true],
  ["For 2025-26 families said so", true],
  ["3 families left", false],
  ["Only two of us and seven young mothers came", false],
  ["Solo cinco familias", false],
  ["una familia lo dijo", false],
])("%s", (text, expected) => expect(noSmallCount(text)).toBe(expected));
