import { expect, it } from "vitest";
import { findMeasureSpec } from "../../measures/measure-registry";
import { judgeQuality, qualityChecks } from "./quality-checks";

it.each([
  [0.05, 100, "warn"],
  [0.051, 100, "block"],
  [0.025, 100, "pass"],
  [0.026, 100, "warn"],
  [1, 29, "few"],
  [1, 30, "block"],
])("a share of %d of %i rows, at most 5 %%: %s", (share, of, status) =>
  expect(judgeQuality({ id: "x", most: 0.05, measures: [] }, share, of)).toBe(status),
);

it.each([
  [0.009, "block"],
  [0.01, "warn"],
  [0.02, "pass"],
])("a share of %d, at least 1 %%: %s", (share, status) =>
  expect(judgeQuality({ id: "x", least: 0.01, measures: [] }, share, 1000)).toBe(status),
);

it("has no half way to a limit near the whole", () =>
  expect(judgeQuality({ id: "x", most: 0.95, measures: [] }, 0.9, 100)).toBe("pass"));

it("names measures that there are", () => {
  for (const { measures } of qualityChecks)
    for (const measure of measures) expect(findMeasureSpec(measure)?.id).toBe(measure);
});
