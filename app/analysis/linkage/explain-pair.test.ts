import { expect, it } from "vitest";
import { comparisons } from "./comparison-spec";
import { explainPair } from "./explain-pair";
import { findLevel } from "./pair-pattern";
import type { Model } from "./train-model";
import { weighPattern } from "./weigh-pattern";

const even = comparisons.map(({ levels }) =>
  levels.map((_, level) => (level === 0 ? 1 : 1 / (levels.length - 1))),
);
const model: Model = {
  m: even.map((levels) => levels.map((p, level) => (level === 0 ? 1 : level === 1 ? 0.9 : p / 4))),
  h: even.map((levels) => levels.map((p, level) => (level === 0 ? 1 : level === 1 ? 0.3 : p / 3))),
  u: even.map((levels) => levels.map((p, level) => (level === 0 ? 1 : level === 1 ? 0.01 : p))),
  priorM: 0.001,
  priorH: 0.002,
  iterations: 3,
};

const none = { stranger: 0, household: 0 };

function patternOf(levels: Record<string, string>): number {
  return comparisons.reduce((sum, { name, levels: all }) => {
    const level = levels[name];
    return sum * all.length + (level === undefined ? 0 : findLevel(name, level).level);
  }, 0);
}

it("adds up to the weight of the pattern, name frequency apart, and leaves out what says nothing", () => {
  const pattern = patternOf({ first_name: "exact", birth_date: "exact", contact: "area" });
  const lines = explainPair(model, { pattern, firstBits: 0, lastBits: 0, rivals: none });
  expect(lines.map(({ comparison }) => comparison)).toEqual(["first_name", "birth_date", "contact", "prior"]);
  const { m, h, u } = weighPattern(model, pattern);
  const sum = (side: "stranger" | "household") => lines.reduce((total, line) => total + line[side], 0);
  expect(sum("stranger")).toBeCloseTo(m - u, 2);
  expect(sum("household")).toBeCloseTo(m - h, 2);
});

it("takes a common first name from both sides and a common surname from strangers alone", () => {
  const pattern = patternOf({ first_name: "exact", last_name: "exact" });
  const [first, last] = explainPair(model, { pattern, firstBits: 0, lastBits: 0, rivals: none });
  const [commonFirst, commonLast] = explainPair(model, { pattern, firstBits: 2, lastBits: 3, rivals: none });
  expect((first?.stranger ?? 0) - (commonFirst?.stranger ?? 0)).toBeCloseTo(2);
  expect((first?.household ?? 0) - (commonFirst?.household ?? 0)).toBeCloseTo(2);
  expect((last?.stranger ?? 0) - (commonLast?.stranger ?? 0)).toBeCloseTo(3);
  expect(commonLast?.household).toBe(last?.household);
});

it("says what others near the two records tell, where they tell anything", () => {
  const pair = { pattern: patternOf({ birth_date: "exact" }), firstBits: 0, lastBits: 0 };
  const told = (rivals: typeof none) =>
    explainPair(model, { ...pair, rivals }).find(({ comparison }) => comparison === "rivals");
  expect(told(none)).toBeUndefined();
  expect(told({ stranger: 1, household: 4 })).toMatchObject({ level: "left_over", household: 4 });
  expect(told({ stranger: -5, household: -5 })).toMatchObject({ level: "taken", stranger: -5 });
});
