import { expect, it } from "vitest";
import { mayLinkByScore, scoringLimits } from "./link-limits";
import { queuePriority } from "./queue-priority";

const enough = { persons: 500, children: 90_000, expectedLinks: scoringLimits.links };

it.each([
  [enough, true],
  [{ ...enough, expectedLinks: 199 }, false],
  [{ ...enough, persons: 499 }, false],
  [{ ...enough, children: 499 }, false],
])("scored pairs of %j link by themselves: %s", (trainedOn, may) =>
  expect(mayLinkByScore(trainedOn)).toBe(may),
);

it("asks first what is least sure, and of two alike the one that more waits for", () => {
  const of = (probability: number | null, referrals = 1, unlinkedSiblings = 0) =>
    queuePriority({ probability, referrals, unlinkedSiblings });
  expect(of(0.5)).toBeGreaterThan(of(0.8));
  expect(of(0.5)).toBeGreaterThan(of(0.2));
  expect(of(0.8, 3)).toBeGreaterThan(of(0.8, 1));
  expect(of(0.8, 1, 2)).toBeGreaterThan(of(0.8, 1));
  expect(of(null)).toBe(of(0.5));
  expect(of(1, 100)).toBe(0);
});
