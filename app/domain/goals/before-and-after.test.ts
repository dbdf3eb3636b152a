import { expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import { beforeAndAfter } from "./before-and-after";

const half = (from: string, n: number) =>
  resultOf("REF-ENR60", [n, 100], {
    period: [from, from.endsWith("01-01") ? `${from.slice(0, 4)}-06-30` : `${from.slice(0, 4)}-12-31`],
  });
const series = [
  half("2024-01-01", 30),
  half("2024-07-01", 50),
  half("2025-01-01", 40),
  half("2025-07-01", 75),
];
const from = (told: ReturnType<typeof beforeAndAfter>) => [told.before?.period[0], told.after?.period[0]];

it("sets the newest period since against the same months of a year before", () => {
  const told = beforeAndAfter(series, "2025-01-01");
  expect(from(told)).toEqual(["2024-07-01", "2025-07-01"]);
  expect(told).toMatchObject({ sameSeason: true, change: { before: 50, after: 75 } });
  expect(from(beforeAndAfter(series.slice(0, 3), "2024-11-15"))).toEqual(["2024-01-01", "2025-01-01"]);
});

it("leaves a period that the day lies in to neither side", () => {
  expect(from(beforeAndAfter(series, "2025-02-01"))).toEqual(["2024-07-01", "2025-07-01"]);
  expect(from(beforeAndAfter(series.slice(0, 3), "2025-01-02"))).toEqual(["2024-07-01", undefined]);
});

it("says so where only other months of a year are there", () => {
  const told = beforeAndAfter(series.slice(1, 3), "2025-01-01");
  expect(told).toMatchObject({ sameSeason: false, change: { before: 50, after: 40 } });
});

it("looks past what is hidden, and never compares a year with half of one", () => {
  const year = resultOf("REF-ENR60", [90, 100], { period: ["2025-01-01", "2025-12-31"] });
  const told = beforeAndAfter([...series.slice(0, 3), hidden(series[3]!), year], "2025-01-01");
  expect(from(told)).toEqual(["2024-01-01", "2025-01-01"]);
  expect(beforeAndAfter([], "2025-01-01").change).toEqual({ refused: "no_result" });
});
