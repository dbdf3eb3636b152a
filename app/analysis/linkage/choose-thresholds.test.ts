import { expect, it } from "vitest";
import { chooseThresholds, type WeightBin } from "./choose-thresholds";

const bin = (w: number, pairs: number, wrong: number, held = 0): WeightBin => ({
  w,
  free: pairs - held,
  freeFalse: wrong,
  contending: pairs,
  contendingTrue: pairs - wrong,
});

it("links by itself down to one false in a thousand, and never below seven bits", () => {
  const bins = [bin(20, 1000, 0), bin(9, 100, 1), bin(8, 100, 5), bin(6, 1000, 0)];
  expect(chooseThresholds(bins, 10_000)).toMatchObject({ auto: 9, expectedFalseShare: 1 / 1100 });
  expect(chooseThresholds([bin(20, 1000, 0), bin(6, 1000, 0)], 10_000).auto).toBe(20);
});

it("asks for review until eight in a thousand are missed", () => {
  const bins = [bin(20, 985, 0), bin(5, 10, 0), bin(2, 10, 0), bin(1, 10, 5)];
  expect(chooseThresholds(bins, 10_000)).toMatchObject({ auto: 20, review: 2, reviewCutByBudget: false });
});

it("asks for no more than the budget", () => {
  const bins = [bin(20, 100, 0), bin(5, 15, 0), bin(2, 500, 0)];
  expect(chooseThresholds(bins, 200)).toMatchObject({ review: 5, reviewCutByBudget: true });
});

it("says something where there is nothing", () =>
  expect(chooseThresholds([], 5)).toMatchObject({ expectedMissedShare: 0, expectedFalseShare: 0 }));
