import { describe, expect, it } from "vitest";
import { asColumn } from "../kernel/calendar";
import { isQuiet } from "./dosage";

const held = (date: string, status = "attended") => ({ date: asColumn(date), status, supersededById: null });

describe("a family is quiet", () => {
  it("from the thirtieth day of the calendar without a session, over a leap day and a year's end too", () => {
    expect(isQuiet([held("2028-02-10")], asColumn("2028-01-01"), "2028-03-10")).toBe(false);
    expect(isQuiet([held("2028-02-10")], asColumn("2028-01-01"), "2028-03-11")).toBe(true);
    expect(isQuiet([], asColumn("2026-12-10"), "2027-01-08")).toBe(false);
    expect(isQuiet([], asColumn("2026-12-10"), "2027-01-09")).toBe(true);
  });

  it("after two missed in a row, whatever was attended before", () => {
    const before = [held("2026-11-01"), held("2026-11-08", "no_show")];
    expect(isQuiet(before, asColumn("2026-10-25"), "2026-11-16")).toBe(false);
    expect(
      isQuiet([...before, held("2026-11-15", "cancelled_by_family")], asColumn("2026-10-25"), "2026-11-16"),
    ).toBe(true);
  });
});
