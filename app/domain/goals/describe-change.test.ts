import { describe, expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import { findMeasureSpec } from "../measures/measure-registry";
import type { MeasureResult } from "../measures/measure-result";
import { newcombeDifference } from "../measures/proportion-interval";
import { changeInYear, describeChange, isBetter } from "./describe-change";

const share = (numerator: number, denominator: number) => ({ numerator, denominator });
const half = (from: string, counts: [number, number], more: Partial<MeasureResult> = {}) =>
  resultOf("OUT-REM-12", counts, { period: [from, `${from.slice(0, 4)}-12-31`], ...more });

describe("describeChange", () => {
  it("calls it a change only when zero is left out", () => {
    expect(describeChange(share(9, 60), share(15, 60))).toBe("no_clear_change");
    expect(describeChange(share(90, 600), share(150, 600))).toBe("lower");
    expect(describeChange(share(150, 600), share(90, 600))).toBe("higher");
    expect(describeChange(share(1, 0), share(1, 5))).toBe("no_clear_change");
  });
  it("changes its word at the one count where the interval leaves zero", () => {
    const word = (n: number) => describeChange(share(n, 100), share(20, 100));
    const first = Array.from({ length: 81 }, (_, n) => n + 20).find((n) => word(n) === "higher")!;
    expect(newcombeDifference(share(first, 100), share(20, 100))!.low).toBeGreaterThan(0);
    expect(newcombeDifference(share(first - 1, 100), share(20, 100))!.low).toBeLessThanOrEqual(0);
    expect([word(first - 1), word(20)]).toEqual(["no_clear_change", "no_clear_change"]);
  });
});

describe("changeInYear", () => {
  const before = half("2024-01-01", [100, 400]);
  const between = half("2024-07-01", [10, 400]);
  const now = half("2025-01-01", [50, 400]);
  it("compares the same months, not the last two points, in whatever order they come", () => {
    for (const trend of [
      [before, between, now],
      [now, before, between],
    ])
      expect(changeInYear(trend, false)).toMatchObject({
        ...{ change: "lower", since: "2024-01-01", now: { numerator: 50 }, before: { numerator: 100 } },
      });
    expect(changeInYear([before, between, now], true)?.change).toBe("higher");
  });
  it("looks past what is too early", () => {
    const early = half("2025-07-01", [0, 400], { maturity: { state: "provisional", complete: 0.9 } });
    expect(changeInYear([before, between, now, early], false)?.since).toBe("2024-01-01");
  });
  it("says nothing of what is hidden, not there, another definition or another time of the year", () => {
    expect(changeInYear([], false)).toBeNull();
    expect(changeInYear([now], false)).toBeNull();
    expect(changeInYear([between, now], false)).toBeNull();
    expect(changeInYear([hidden(before), between, now], false)).toBeNull();
    expect(changeInYear([before, between, hidden(now)], false)).toBeNull();
    expect(changeInYear([{ ...before, version: "2020.1" }, between, now], false)).toBeNull();
    expect(changeInYear([half("2024-01-01", [0, 0]), between, now], false)).toBeNull();
  });
});

describe("isBetter", () => {
  it("goes by the goal's own direction", () => {
    const [turned, up] = [findMeasureSpec("OUT-REM-12")!, findMeasureSpec("REF-ENR60")!];
    expect([turned.direction, up.direction]).toEqual(["down", "up"]);
    expect([isBetter("higher", turned), isBetter("lower", turned)]).toEqual([true, false]);
    expect([isBetter("higher", up), isBetter("lower", up)]).toEqual([true, false]);
    expect(isBetter("lower", { compute: up.compute, direction: "down" })).toBe(true);
    expect(isBetter("no_clear_change", up)).toBeNull();
  });
});
