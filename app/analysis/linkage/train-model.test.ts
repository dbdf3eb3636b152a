import { expect, it } from "vitest";
import { comparisons } from "./comparison-spec";
import { findLevel, readPattern } from "./pair-pattern";
import { trainModel } from "./train-model";
import { readHardRules, weighPattern } from "./weigh-pattern";

/** The pattern with these levels, the rest without evidence. */
function pattern(levels: Record<string, string>): number {
  return comparisons.reduce(
    (sum, { name, levels: all }) =>
      sum * all.length + (levels[name] === undefined ? 0 : all.indexOf(levels[name])),
    0,
  );
}
const same = pattern({ first_name: "exact", last_name: "exact", birth_date: "exact" });
const other = pattern({ first_name: "else", last_name: "else", birth_date: "else" });
const sibling = pattern({ first_name: "else", last_name: "exact", birth_date: "else", contact: "address" });

it("packs levels into one number and back", () => {
  expect(readPattern(sibling)).toEqual([7, 1, 5, 0, 0, 0, 2]);
  expect(() => findLevel("contact", "nearby")).toThrow("contact.nearby");
});

it("comes to the chances worked out by hand where pairs are plain", () => {
  const model = trainModel({
    candidates: [{ pattern: same, count: 100 }],
    random: [{ pattern: other, count: 10_000 }],
    totalPairs: 40_000,
    smallerSide: 200,
  });
  // 100 pairs and one more for each of seven levels: (100 + 1) / (100 + 7).
  expect(model.m[0]![1]).toBeCloseTo(101 / 107, 4);
  expect(model.m[2]![1]).toBeCloseTo(101 / 105, 4);
  expect(model.u[0]![7]).toBeCloseTo(10_000.5 / 10_003.5, 4);
  expect(model.priorM).toBeCloseTo(100 / 40_000, 5);
  expect(model.priorH).toBeLessThan(1e-5);
});

it("tells the family from the person, which two classes would not", () => {
  const model = trainModel({
    candidates: [
      { pattern: same, count: 300 },
      { pattern: sibling, count: 900 },
    ],
    random: [{ pattern: other, count: 100_000 }],
    totalPairs: 1_000_000,
    smallerSide: 1000,
  });
  expect(model.priorM * 1_000_000).toBeCloseTo(300, -1);
  expect(model.priorH * 1_000_000).toBeCloseTo(900, -1);
  const weight = weighPattern(model, sibling);
  expect(weight.h).toBeGreaterThan(weight.m);
});

it("is the same whenever it is trained, and trains contact alone from a model", () => {
  const training = {
    candidates: [
      { pattern: same, count: 300 },
      { pattern: sibling, count: 900 },
    ],
    random: [{ pattern: other, count: 100_000 }],
    totalPairs: 1_000_000,
    smallerSide: 1000,
  };
  const first = trainModel(training);
  expect(trainModel(training)).toEqual(first);
  const again = trainModel({ ...training, from: first });
  expect(again.m[0]).toEqual(first.m[0]);
});

it("leaves to a person what may be two people", () => {
  const rules = (levels: Record<string, string>) => readHardRules(pattern(levels));
  const twin = { last_name: "exact", birth_date: "exact" };
  expect(readHardRules(same).review).toBe(false);
  expect(rules({ ...twin, first_name: "else" }).review).toBe(true);
  expect(rules({ ...twin, first_name: "near_or_initial" }).review).toBe(true);
  expect(rules({ ...twin, first_name: "nickname" })).toMatchObject({ review: false, reviewIfTwoNames: true });
  expect(rules({ ...twin, first_name: "nickname", middle_name: "same_initial" }).reviewIfTwoNames).toBe(
    false,
  );
  expect(rules({ ...twin, first_name: "exact", sex: "different" }).review).toBe(false);
  expect(
    rules({ last_name: "exact", birth_date: "two_parts", first_name: "exact", sex: "different" }).review,
  ).toBe(true);
  expect(rules({ first_name: "exact", last_name: "exact" }).review).toBe(true);
  expect(rules({ first_name: "exact", last_name: "exact", middle_name: "same_name" })).toMatchObject({
    review: false,
    reviewIfCommon: true,
  });
});
