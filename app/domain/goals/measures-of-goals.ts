import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Goal } from "./goal-framework";

/** Every number of goals stands beside how many families were referred and enrolled. */
const always = ["REF-N", "REF-ENR60"];

/** The measures of one goal: headline, supporting, balancing. */
export const measuresOfGoal = ({ headline, supporting, balancing }: Goal): string[] => [
  ...new Set([headline, ...supporting, ...(balancing === null ? [] : [balancing])]),
];

/** The measures that a page of goals, and its file, speak of. */
export function measuresOfGoals(goals: readonly { goal: Goal }[]): ReadonlySet<string> {
  return new Set([...always, ...goals.flatMap(({ goal }) => measuresOfGoal(goal))]);
}

/** The results of a measure for the whole jurisdiction; of one in referrals and families, those of families. */
export function ownResults(results: readonly MeasureResult[], measure: string): MeasureResult[] {
  return results.filter(
    (r) => r.measure === measure && r.stratum === null && (r.part === null || r.part === "families"),
  );
}
