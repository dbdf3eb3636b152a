import { expect, it } from "vitest";
import { tellExpected, type RunExpectation } from "./expected-links";

const run: RunExpectation = {
  calibration: [
    { probability_from: 0.5, probability_to: 0.9, pairs: 40, expected_true: 30 },
    { probability_from: 0.9, probability_to: 1, pairs: 7, expected_true: 6.9 },
  ],
  groups: {
    age: [
      { value: "0-5", linked: 200, expected_links: 250, expected_recall_auto: 0.8, expected_false_auto: 0.1 },
      { value: "6-11", linked: 9, expected_links: 12, expected_recall_auto: 0.75, expected_false_auto: 0.1 },
    ],
  },
};

it("tells what is expected beside what readers found, and nothing of few", () => {
  const { bins, groups } = tellExpected(run, [{ bin: 0, read: 35, same: 28 }]);
  expect(bins).toEqual([
    { from: 0.5, to: 0.9, pairs: 40, expected: 0.75, read: 35, same: 0.8 },
    { from: 0.9, to: 1, pairs: "small", expected: null, read: 0, same: null },
  ]);
  expect(groups).toEqual([{ group: "age", value: "0-5", recall: 0.8, falseOfTenThousand: 5 }]);
});

it("says nothing of a share where few pairs were read", () => {
  expect(tellExpected(run, [{ bin: 0, read: 12, same: 12 }]).bins[0]).toMatchObject({ read: 12, same: null });
});
