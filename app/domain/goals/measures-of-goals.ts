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

/** Of a measure that has parts and no whole, the part that speaks for it. */
const mainParts = ["families", "visited", "kin", "end"];

function mainPart(results: readonly MeasureResult[]): string | null {
  const parts = new Set(results.map(({ part }) => part));
  return parts.has(null) ? null : (mainParts.find((part) => parts.has(part)) ?? null);
}

/** The results of a measure for the whole jurisdiction; of one that has parts and no whole, those of the part that speaks for it. */
export function ownResults(results: readonly MeasureResult[], measure: string): MeasureResult[] {
  const all = results.filter((r) => r.measure === measure && r.stratum === null);
  const main = mainPart(all);
  return all.filter(({ part }) => part === main);
}
