import { describe, expect, it } from "vitest";
import { finishResult, type CountedRow } from "./finish-result";
import { kaplanMeier, medianTime } from "./kaplan-meier";
import { findMeasureSpec, measureSpecs } from "./measure-registry";
import { poissonInterval } from "./poisson-interval";
import { rateRatio } from "./ratio-interval";

const frame = { period: ["2023-10-01", "2024-09-30"] as [string, string], dataThrough: "2026-03-01" };
function valueOf(measure: string, numerator: number, denominator: number): number | null {
  const spec = findMeasureSpec(measure);
  if (!spec) throw new Error(`no such measure: ${measure}`);
  const counted = 1;
  const row: CountedRow = {
    ...{ part: null, stratum: null, numerator, denominator, missing: 0 },
    chain: { referred: counted, linked: counted, atRisk: counted, windowComplete: counted, counted },
  };
  return finishResult(spec, frame, row).value;
}

/** Workbook of March 2026, as measures.md 3.1 quotes it: state, then numerator, denominator and printed value a measure. */
const published: [string, [number, number, number][]][] = [
  [
    "CA",
    [
      [957, 14276138, 6.7],
      [3031, 46336, 6.5],
      [5401, 16306, 33.1],
      [3463, 7574, 45.7],
      [3950, 10933, 36.1],
      [730, 11784, 6.2],
      [9837, 2560019, 3.84],
      [16528, 8418552, 1.96],
    ],
  ],
  [
    "CO",
    [
      [113, 1278268, 8.84],
      [929, 9663, 9.6],
      [1174, 2293, 51.2],
      [389, 790, 49.2],
      [286, 674, 42.4],
      [149, 1804, 8.3],
      [1441, 384668, 3.75],
      [2699, 1213165, 2.22],
    ],
  ],
  [
    "NE",
    [
      [52, 1272452, 4.09],
      [129, 2382, 5.4],
      [446, 1535, 29.1],
      [458, 925, 49.5],
      [413, 909, 45.4],
      [40, 1043, 3.8],
      [1015, 291002, 3.49],
      [1837, 484312, 3.79],
    ],
  ],
  [
    "SC",
    [
      [148, 1333534, 11.1],
      [1276, 13394, 9.5],
      [1231, 2323, 53.0],
      [375, 843, 44.5],
      [358, 896, 40.0],
      [111, 1961, 5.7],
      [4413, 326268, 13.53],
      [2610, 1152071, 2.27],
    ],
  ],
  [
    "MA",
    [
      [721, 3141296, 22.95],
      [3321, 21773, 15.3],
      [1153, 3389, 34.0],
      [672, 1760, 38.2],
      [1030, 3222, 32.0],
      [160, 2422, 6.6],
      [2970, 473155, 6.28],
      [3037, 1355719, 2.24],
    ],
  ],
];
const measures = [
  "CFSR4-S1",
  "CFSR4-S2",
  "CFSR4-P1",
  "CFSR4-P2",
  "CFSR4-P3",
  "CFSR4-P4",
  "CFSR4-P5",
  "FC-ENTRY",
];

describe("published arithmetic", () => {
  it.each(published)("reproduces every value of %s", (_state, rows) => {
    for (const [i, [numerator, denominator, printed]] of rows.entries()) {
      const value = valueOf(measures[i] ?? "", numerator, denominator);
      const digits = [0, 6, 7].includes(i) ? 2 : 1;
      expect(Number(value?.toFixed(digits))).toBe(printed);
    }
  });

  it("reproduces the national entry index by race, and has no badge for a national standard", () => {
    const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
    const white = rate(70142, 34765741);
    expect(rateRatio(rate(37840, 10138247), white).ratio?.toFixed(2)).toBe("1.85");
    expect(rateRatio(rate(3759, 547124), white).ratio?.toFixed(2)).toBe("3.41");
    expect(JSON.stringify(measureSpecs)).not.toMatch(/meets|standard/i);
  });
});

describe("ranges", () => {
  it("gives the exact Poisson ones of the tables", () => {
    for (const [count, low, high] of [
      [0, 0, 3.6889],
      [1, 0.0253, 5.5716],
      [10, 4.7954, 18.3904],
      [100, 81.3639, 121.6268],
    ] as const) {
      const range = poissonInterval(count);
      expect(range.low).toBeCloseTo(low, 3);
      expect(range.high).toBeCloseTo(high, 3);
    }
    const large = poissonInterval(1_000_000);
    expect(large.low).toBeCloseTo(998_041, -1);
    expect(large.high).toBeCloseTo(1_001_961, -1);
  });

  it("gives no ratio to nothing, and no range to a count of zero", () => {
    const [none, some] = [
      { numerator: 0, denominator: 10 },
      { numerator: 5, denominator: 10 },
    ];
    expect(rateRatio(some, none)).toEqual({ ratio: null, interval: null });
    expect(rateRatio(none, some)).toEqual({ ratio: 0, interval: null });
  });

  it("estimates survival with whoever leaves on a day still at risk on it", () => {
    // Freireich's 6-MP arm: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+.
    const came = { 6: 3, 7: 1, 10: 1, 13: 1, 16: 1, 22: 1, 23: 1 } as Record<number, number>;
    const ended = { 6: 1, 9: 1, 10: 1, 11: 1, 17: 1, 19: 1, 20: 1, 25: 1, 32: 2, 34: 1, 35: 1 } as Record<
      number,
      number
    >;
    const days = [...new Set([...Object.keys(came), ...Object.keys(ended)].map(Number))];
    const steps = kaplanMeier(
      days.map((day) => ({ days: day, came: came[day] ?? 0, ended: ended[day] ?? 0 })),
    );
    expect(steps.map(({ t, at_risk, survival }) => [t, at_risk, Number(survival.toFixed(4))])).toEqual([
      [6, 21, 0.8571],
      [7, 17, 0.8067],
      [10, 15, 0.7529],
      [13, 12, 0.6902],
      [16, 11, 0.6275],
      [22, 7, 0.5378],
      [23, 6, 0.4482],
    ]);
    expect(steps[0]?.low).toBeCloseTo(0.6197, 3);
    expect(steps[0]?.high).toBeCloseTo(0.9516, 3);
    expect(medianTime(steps)).toMatchObject({ median: 23, low: 13, high: null });
  });
});
