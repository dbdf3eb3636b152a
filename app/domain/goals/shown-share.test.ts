import { describe, expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import { findMeasureSpec } from "../measures/measure-registry";
import { isComplement, mayShowPercent, shareOf, toShown, trendState } from "./shown-share";

const rounded = (shown: object | null) =>
  shown && Object.fromEntries(Object.entries(shown).map(([key, n]) => [key, Math.round(n * 1000) / 1000]));

describe("a percent", () => {
  it("is said of thirty and more", () => {
    expect([0, 29, 30, 31].map(mayShowPercent)).toEqual([false, false, true, true]);
    expect(shareOf(12, 29)).toBeNull();
    expect(shareOf(0, 0)).toBeNull();
    expect(rounded(shareOf(12, 30))).toEqual({ share: 0.4, low: 0.246, high: 0.577 });
  });
});

describe("toShown", () => {
  it("turns a later event round, range and counts with it", () => {
    expect(isComplement(findMeasureSpec("OUT-REM-12")!)).toBe(true);
    expect(isComplement(findMeasureSpec("REF-ENR60")!)).toBe(false);
    const result = resultOf("OUT-REM-12", [8, 25]);
    expect(rounded(toShown(result, false))).toEqual({
      ...{ numerator: 8, denominator: 25, share: 0.32, low: 0.172, high: 0.516 },
    });
    expect(rounded(toShown(result, true))).toEqual({
      ...{ numerator: 17, denominator: 25, share: 0.68, low: 0.484, high: 0.828 },
    });
  });
  it("shows nothing of what is hidden, in part or whole, too early or not there", () => {
    const result = resultOf("OUT-REM-12", [8, 25]);
    expect(toShown(null, true)).toBeNull();
    expect(toShown(hidden(result), false)).toBeNull();
    for (const field of ["numerator", "denominator", "value", "low", "high"] as const)
      expect(toShown({ ...result, [field]: null }, true)).toBeNull();
    expect(toShown(resultOf("OUT-REM-12", [0, 0]), false)).toBeNull();
  });
});

describe("trendState", () => {
  it("makes a point of a mature period alone", () => {
    const result = resultOf("OUT-REM-12", [8, 25]);
    const state = (more: object) => trendState({ ...result, ...more }, true).state;
    expect(state({})).toBe("shown");
    expect(state({ maturity: { state: "provisional", complete: 0.9 } })).toBe("immature");
    expect(state({ maturity: { state: "unavailable", complete: 0 } })).toBe("immature");
    expect(trendState(hidden(result), true)).toEqual({ state: "hidden" });
    expect(trendState(resultOf("OUT-REM-12", [0, 0]), true)).toEqual({ state: "missing" });
  });
});
