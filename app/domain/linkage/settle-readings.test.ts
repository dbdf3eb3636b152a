import { expect, it } from "vitest";
import { isReadTwice } from "./second-readers";
import { settleReadings, type Answer } from "./settle-readings";

it.each<[Answer[], boolean, Answer | null]>([
  [[], false, null],
  [["same"], false, "same"],
  [["same"], true, null],
  [["same", "same"], true, "same"],
  [["same", "different"], true, null],
  [["same", "different", "different"], true, "different"],
  [["same", "different", "same"], true, "same"],
  [["same", "different", "not_enough"], true, "not_enough"],
])("%j, read twice %s: %s", (said, twice, answer) => expect(settleReadings(said, twice)).toBe(answer));

it("takes a twentieth of the pairs for two readers, the same ones each time", () => {
  const pairs = Array.from({ length: 4000 }, (_, n) => ({ personId: `p${n}`, agencyChildId: `c${n % 7}` }));
  const sampled = pairs.filter(isReadTwice);
  expect(sampled.length / pairs.length).toBeCloseTo(0.05, 1);
  expect(Math.abs(sampled.length - 200)).toBeLessThan(45);
  expect(pairs.filter(isReadTwice)).toEqual(sampled);
});
