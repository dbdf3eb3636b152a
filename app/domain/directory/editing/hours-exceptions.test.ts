import { expect, it } from "vitest";
import { exceptionLine, readException } from "./hours-exceptions";

it.each([
  ["Closed: 2026-11-26", "2026-11-26"],
  ["cerrado: 2026-12-24 - 2026-12-26", "2026-12-24 - 2026-12-26"],
  ["Other hours: 2026-12-24 10:00-14:00", "2026-12-24 10:00-14:00"],
  ["2026-12-24 10:00-14:00 half a day", "2026-12-24 10:00-14:00 half a day"],
])("reads a line as the form's own hint writes it: %s", (typed, kept) => {
  const read = readException(typed);
  expect(read && exceptionLine(read)).toBe(kept);
});

it.each(["Closed: tomorrow", "Open: 2026-11-26", "2026-02-30"])("says no to %s", (typed) => {
  expect(readException(typed)).toBe(null);
});
