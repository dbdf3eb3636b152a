import { expect, it } from "vitest";
import { restartRule } from "./restart-rule";

/** What the rule answers to losses at these milliseconds. */
function answers(...times: number[]): (number | null)[] {
  let at = 0;
  const rule = restartRule(() => at);
  return times.map((time) => {
    at = time;
    return rule();
  });
}

it("starts again at once, then after longer and longer waits, and gives up at the sixth loss in a minute", () =>
  expect(answers(0, 100, 200, 300, 400, 500)).toEqual([0, 500, 1_000, 1_500, 2_000, null]));

it("forgets what is a minute ago", () =>
  expect(answers(0, 1, 2, 3, 4, 60_003, 120_003)).toEqual([0, 500, 1_000, 1_500, 2_000, 500, 0]));
