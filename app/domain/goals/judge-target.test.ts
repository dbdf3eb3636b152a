import { describe, expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import { findMeasureSpec } from "../measures/measure-registry";
import type { MeasureResult } from "../measures/measure-result";
import { judgeTarget, type JudgedTarget, neededValue, unitOf } from "./judge-target";

const spec = findMeasureSpec("REF-ENR60")!;
const target = (more: Partial<JudgedTarget> = {}): JudgedTarget => ({
  ...{ measure: "REF-ENR60", definitionVersion: spec.version, unit: unitOf(spec), byDay: "2025-06-30" },
  ...{ kind: "threshold", way: "up", value: 40 },
  ...{ baselineFrom: null, baselineTo: null, baselineValue: null, baselineNumerator: null },
  ...more,
});
const half = (counts: [number, number], more: Partial<MeasureResult> = {}) =>
  resultOf("REF-ENR60", counts, { period: ["2025-01-01", "2025-06-30"], ...more });
const judge = (one: JudgedTarget, results: MeasureResult[], known: string | null = "2026-11-15") =>
  judgeTarget(one, spec, results, known);

describe("judgeTarget", () => {
  it("is met at the very number, by unrounded values", () => {
    expect(judge(target(), [half([40, 100])])).toMatchObject({ state: "met", value: 40, clear: false });
    // 39.96 is printed 40.0, and is less.
    expect(judge(target(), [half([999, 2500])])).toMatchObject({ state: "missed", clear: false });
    expect(judge(target(), [half([900, 1000])])).toMatchObject({ state: "met", clear: true });
    expect(judge(target({ way: "down" }), [half([900, 1000])])).toMatchObject({
      state: "missed",
      clear: true,
    });
  });
  it("reckons points, percent and counts from the baseline, each its own way", () => {
    const base = { baselineValue: 30, baselineNumerator: 150 };
    const from = (more: Partial<JudgedTarget>) => neededValue(target({ ...base, ...more }));
    expect(from({ kind: "pp_change", way: "down", value: 10 })).toBe(20);
    expect(from({ kind: "relative_change", way: "down", value: 10 })).toBe(27);
    expect(from({ kind: "count_change", way: "up", value: 15 })).toBe(165);
    expect(neededValue(target({ kind: "pp_change" }))).toBe("no_baseline");
    expect(neededValue(target({ kind: "relative_change", baselineValue: 0 }))).toBe("baseline_zero");
  });
  it("is not due before its day, and tells how it stands", () => {
    const ahead = target({ byDay: "2027-06-30" });
    expect(judge(ahead, [half([40, 100])])).toEqual({
      ...{ state: "not_due", needed: 40 },
      latest: { value: 40, period: ["2025-01-01", "2025-06-30"] },
    });
    expect(judge(ahead, [], null)).toEqual({ state: "not_due", needed: 40, latest: null });
    const early = half([40, 100], { maturity: { state: "provisional", complete: 0.9 } });
    expect(judge(target(), [early])).toMatchObject({ state: "not_due", latest: null });
  });
  it("takes the period that holds the day: of the baseline's length, else the longest", () => {
    const year = half([90, 100], { period: ["2024-07-01", "2025-06-30"] });
    expect(judge(target(), [half([1, 100]), year])).toMatchObject({ state: "met", value: 90 });
    const based = target({ kind: "pp_change", baselineValue: 20, value: 5 });
    const inHalves = { ...based, baselineFrom: "2024-01-01", baselineTo: "2024-06-30" };
    expect(judge(inHalves, [half([24, 100]), year])).toMatchObject({
      state: "missed",
      value: 24,
      needed: 25,
    });
    expect(judge(inHalves, [year])).toMatchObject({ state: "untold", why: "other_length" });
  });
  it.each([
    ["hidden", target(), [hidden(half([40, 100]))]],
    ["blocked", target(), [half([40, 100], { blocked_by: ["dob_missing"] })]],
    ["no_result", target(), []],
    ["other_definition", target({ definitionVersion: "2019.1" }), [half([40, 100])]],
    ["other_unit", target({ unit: "child/1000" }), [half([40, 100])]],
    ["no_baseline", target({ kind: "pp_change" }), [half([40, 100])]],
    ["baseline_zero", target({ kind: "relative_change", baselineValue: 0 }), [half([40, 100])]],
  ])("cannot be told: %s", (why, one, results) => {
    expect(judge(one, results)).toMatchObject({ state: "untold", why });
  });
  it("cannot be told of what is not tracked", () => {
    const untracked = { ...spec, status: "defined_not_tracked" as const };
    expect(judgeTarget(target(), untracked, [], "2026-11-15")).toMatchObject({ why: "not_tracked" });
  });
});
