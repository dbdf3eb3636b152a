import { addMonths } from "~/domain/kernel/calendar";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { newcombeDifference, type Share } from "~/domain/measures/proportion-interval";
import { type ShownShare, toShown } from "./shown-share";

export type Change = "higher" | "lower" | "no_clear_change";

/** What a difference may be called: only an interval that leaves out zero is a change. Never from the last point alone. */
export function describeChange(now: Share, before: Share): Change {
  const change = newcombeDifference(now, before);
  if (!change || (change.low <= 0 && change.high >= 0)) return "no_clear_change";
  return change.difference > 0 ? "higher" : "lower";
}

export type YearsChange = { change: Change; now: ShownShare; before: ShownShare; since: string };

/**
 * The latest complete period against the same months a year before, so that no season is taken for a change. Null when
 * either is hidden, too early or not there, or was counted by another definition.
 */
export function changeInYear(trend: readonly MeasureResult[], complement: boolean): YearsChange | null {
  const mature = trend.filter((result) => result.maturity.state === "mature");
  const latest = mature.reduce<MeasureResult | null>(
    (last, result) => (last === null || result.period[0] > last.period[0] ? result : last),
    null,
  );
  const yearBefore = latest && addMonths(latest.period[0], -12);
  const earlier = mature.find(
    ({ period, version }) => period[0] === yearBefore && version === latest?.version,
  );
  const [now, before] = [toShown(latest, complement), toShown(earlier ?? null, complement)];
  if (!now || !before || !yearBefore) return null;
  return { change: describeChange(now, before), now, before, since: yearBefore };
}

/** Whether a change goes the goal's way; a share turned round is better when it is higher. Null for no clear change. */
export function isBetter(change: Change, spec: Pick<MeasureSpec, "compute" | "direction">): boolean | null {
  if (change === "no_clear_change") return null;
  const upIsBetter = spec.compute?.kind === "later_event" || spec.direction === "up";
  return (change === "higher") === upIsBetter;
}
