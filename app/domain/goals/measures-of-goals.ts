import type { Goal } from "./goal-framework";

/** Every number of goals stands beside how many families were referred and enrolled. */
const always = ["REF-N", "REF-ENR60"];

/** The measures that a page of goals, and its file, speak of. */
export function measuresOfGoals(goals: readonly { goal: Goal }[]): ReadonlySet<string> {
  return new Set([
    ...always,
    ...goals.flatMap(({ goal }) => [
      goal.headline,
      ...(goal.balancing === null ? [] : [goal.balancing]),
      ...goal.supporting,
    ]),
  ]);
}
