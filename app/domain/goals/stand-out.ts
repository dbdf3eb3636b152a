import { addDays } from "~/domain/kernel/calendar";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { changeInYear, describeChange, type YearsChange } from "./describe-change";
import { mayShowPercent, type ShownShare, toShown } from "./shown-share";

/** What families are compared by. */
export type Dimension = "language" | "area";

/** The measure that stands for whether a referral became help: families enrolled within sixty days. */
const enrollment = "REF-ENR60";
const ofFamilies = ({ measure, part }: MeasureResult): boolean =>
  measure === enrollment && part === "families";

/** Enrolment by group, in the order given: named, never ranked. */
export function enrollmentGroups(results: readonly MeasureResult[], by: Dimension): MeasureResult[] {
  return results.filter((result) => ofFamilies(result) && result.stratum?.[by] !== undefined);
}

/** Whether more families enrol than in the same half year a year ago; null when that cannot be said. */
export function enrollmentChange(results: readonly MeasureResult[]): YearsChange | null {
  const isHalfYear = ({ period: [from, to] }: MeasureResult): boolean => addDays(from, 200) > to;
  const halves = results.filter(
    (result) => ofFamilies(result) && result.stratum === null && isHalfYear(result),
  );
  return changeInYear(halves, false);
}

export type Group = { name: string; shown: ShownShare };
export type LanguageGap = { largest: Group; behind: Group | null };

/**
 * The first language whose families clearly enrol less than the largest group does; `behind` is null when there is none.
 * Groups too small for a percent are not compared. Null when fewer than two groups can be.
 */
export function languageGap(results: readonly MeasureResult[]): LanguageGap | null {
  const groups = enrollmentGroups(results, "language").flatMap((result): Group[] => {
    const shown = toShown(result, false);
    return shown && mayShowPercent(shown.denominator)
      ? [{ name: result.stratum?.language ?? "", shown }]
      : [];
  });
  const largest = [...groups].sort((a, b) => b.shown.denominator - a.shown.denominator)[0];
  if (!largest || groups.length < 2) return null;
  const behind = groups.find(
    (group) => group !== largest && describeChange(group.shown, largest.shown) === "lower",
  );
  return { largest, behind: behind ?? null };
}

/** The first day whose families are not counted yet: too early for their whole window. */
export const notCountedSince = (whole: MeasureResult): string => addDays(whole.period[1], 1);
