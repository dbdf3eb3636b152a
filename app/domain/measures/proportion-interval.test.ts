import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombeDifference, wilsonInterval } from "./proportion-interval";

const percent = (x: number): number => Math.round(x * 1000) / 10;

describe("Wilson", () => {
  it("gives the published example", () => {
    const { low, high } = wilsonInterval(8, 25)!;
    expect([percent(low), percent(high)]).toEqual([17.2, 51.6]);
  });

  it("gives the contract's example, 7 of 10", () => {
    const { low, high } = wilsonInterval(7, 10)!;
    expect([percent(low), percent(high)]).toEqual([39.7, 89.2]);
  });

  it("has nothing to say about nobody", () => expect(wilsonInterval(0, 0)).toBeNull());

  it("always holds the share and stays inside 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, f) => {
          const k = Math.round(n * f);
          const { low, high } = wilsonInterval(k, n)!;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(k / n);
          expect(high).toBeGreaterThanOrEqual(k / n);
          const mirror = wilsonInterval(n - k, n)!;
          expect(mirror.low).toBeCloseTo(1 - high, 10);
        },
      ),
    );
  });
});

describe("Newcombe", () => {
  it("gives the formula's own -24.05 to +4.44 points (measures.md prints -24.1, one rounding away)", () => {
    const r = newcombeDifference({ numerator: 9, denominator: 60 }, { numerator: 15, denominator: 60 })!;
    expect(r.low).toBeCloseTo(-0.24045, 5);
    expect(r.high).toBeCloseTo(0.04443, 5);
  });
});
