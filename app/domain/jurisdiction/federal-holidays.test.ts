import { expect, it } from "vitest";
import { federalHolidays } from "./federal-holidays";

it("are observed as the Office of Personnel Management lists them", () => {
  expect(federalHolidays(2026)).toEqual([
    ...["2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03"],
    ...["2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25"],
  ]);
  expect(federalHolidays(2027)).toContain("2027-07-05");
  expect(federalHolidays(2027)).toContain("2027-12-24");
});
