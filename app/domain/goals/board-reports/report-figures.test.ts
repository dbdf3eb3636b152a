import { expect, it } from "vitest";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { resultOf } from "../../../../tests/setup/measure-result";
import { daysOfQuarter, quartersBack } from "./quarters";
import { changesBetween, figureLines, type ReportFigures } from "./report-figures";

const spec = findMeasureSpec("OUT-REM-12")!;
const figures = (result: MeasureResult | null): ReportFigures => ({
  period: null,
  computedAt: "2026-11-01T00:00:00Z",
  frameworks: [],
  sideBySide: [{ spec, result }],
  flow: null,
});
const result = (numerator: number, denominator: number) => resultOf(spec.id, [numerator, denominator]);

it("names each measure once, and what differs between two reports", () => {
  expect(figureLines(figures(result(12, 40))).map(({ measure, numerator }) => [measure, numerator])).toEqual([
    ["OUT-REM-12", 12],
  ]);
  expect(changesBetween(figures(result(12, 40)), figures(result(12, 40)))).toEqual([]);
  const [change] = changesBetween(figures(result(12, 40)), figures(result(14, 41)));
  expect([change?.before?.numerator, change?.after?.numerator]).toEqual([12, 14]);
  expect(changesBetween(figures(result(12, 40)), figures(null))[0]?.after?.numerator).toBeNull();
});

it("knows the days of a quarter and those before a day", () => {
  expect(daysOfQuarter("2026Q1")).toEqual(["2026-01-01", "2026-03-31"]);
  expect(daysOfQuarter("2028Q4")).toEqual(["2028-10-01", "2028-12-31"]);
  expect(quartersBack("2026-01-01", 3)).toEqual(["2026Q1", "2025Q4", "2025Q3"]);
  expect(quartersBack("2026-12-31", 2)).toEqual(["2026Q4", "2026Q3"]);
});
