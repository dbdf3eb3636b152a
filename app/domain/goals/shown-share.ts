import type { MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { type Interval, type Share, wilsonInterval } from "~/domain/measures/proportion-interval";

/** Under this many a percent says more than is known: the counts are said instead (design.md section 6). */
export const smallestPercent = 30;

export const mayShowPercent = (denominator: number): boolean => denominator >= smallestPercent;

/** A later event is shown as the share of children without it: the goal's own direction. */
export function isComplement(spec: Pick<MeasureSpec, "compute">): boolean {
  return spec.compute?.kind === "later_event";
}

/** A percent of what is counted; a rate per thousand, a number of days or dollars is said as it is. */
export const isShare = ({ scale }: Pick<MeasureSpec, "scale">): boolean => scale === 100;

/** A share from 0 to 1 with its range and its counts. */
export type ShownShare = Share & Interval & { share: number };

/** A result as the share that may be shown; null when any number of it is hidden, too early, not there, or no share. */
export function toShown(result: MeasureResult | null, complement: boolean): ShownShare | null {
  if (!result || !isShare(result)) return null;
  const { numerator, denominator, value, low, high, scale } = result;
  if (numerator === null || denominator === null || value === null || low === null || high === null)
    return null;
  if (!complement)
    return { numerator, denominator, share: value / scale, low: low / scale, high: high / scale };
  const turned = (x: number): number => (scale - x) / scale;
  return {
    numerator: denominator - numerator,
    denominator,
    share: turned(value),
    low: turned(high),
    high: turned(low),
  };
}

/** A count as a share of its whole with its range; null where the whole is too small for a percent. */
export function shareOf(count: number, of: number): (Interval & { share: number }) | null {
  const range = mayShowPercent(of) ? wilsonInterval(count, of) : null;
  return range && { share: count / of, ...range };
}

/** What stands for a period in a trend: a share, or why there is none. A provisional period is not yet a point. */
export type TrendState = { state: "shown"; shown: ShownShare } | { state: "hidden" | "immature" | "missing" };

export function trendState(result: MeasureResult, complement: boolean): TrendState {
  if (result.maturity.state !== "mature") return { state: "immature" };
  const shown = toShown(result, complement);
  if (shown) return { state: "shown", shown };
  return { state: result.suppressed === null ? "missing" : "hidden" };
}
