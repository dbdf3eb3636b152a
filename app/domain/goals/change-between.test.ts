import { describe, expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import type { MeasureResult } from "../measures/measure-result";
import { changeBetween } from "./change-between";

const half = (counts: [number, number], from: string, more: Partial<MeasureResult> = {}) =>
  resultOf("REF-ENR60", counts, { period: [from, `${from.slice(0, 4)}-06-30`], ...more });
const before = half([15, 60], "2024-01-01");
const after = half([9, 60], "2025-01-01");

describe("changeBetween", () => {
  it("tells points and percent apart, with Newcombe's range, from the counts", () => {
    const change = changeBetween(before, after);
    if ("refused" in change) throw new Error(change.refused);
    expect(change.points).toBeCloseTo(-10, 10);
    expect(change.relative).toBeCloseTo(-40, 10);
    expect(change.range?.low).toBeCloseTo(-24.05, 2);
    expect(change.range?.high).toBeCloseTo(4.4, 1);
  });
  it("is computed from unrounded values: 50.66 to 49.24 of 1,000 is -2.8 percent, not -3.0", () => {
    const [was, is] = [half([50_661, 1_000_000], "2024-01-01"), half([49_242, 1_000_000], "2025-01-01")];
    const change = changeBetween({ ...was, value: 5.1 }, { ...is, value: 4.9 });
    expect("relative" in change && change.relative).toBeCloseTo(-2.8, 1);
  });
  it("has no percent of zero", () => {
    expect(changeBetween(half([0, 60], "2024-01-01"), after)).toMatchObject({ relative: null, before: 0 });
  });
  it.each([
    ["other_definition", { version: "2019.1" }],
    ["other_definition", { variant: "CA" }],
    ["other_unit", { scale: 1000 }],
    ["other_length", { period: ["2024-01-01", "2024-12-31"] as [string, string] }],
    ["immature", { maturity: { state: "provisional", complete: 0.9 } as const }],
    ["blocked", { blocked_by: ["dob_missing"] }],
    ["hidden", hidden(before)],
  ])("refuses: %s", (refused, more) => {
    expect(changeBetween({ ...before, ...more }, after)).toEqual({ refused });
    expect(changeBetween(after, { ...before, ...more })).toEqual({ refused });
  });
  it("refuses where one is not there", () => {
    expect(changeBetween(null, after)).toEqual({ refused: "no_result" });
    expect(changeBetween(before, null)).toEqual({ refused: "no_result" });
  });
});
