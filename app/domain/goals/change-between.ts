import { daysBetween } from "../kernel/calendar";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { newcombeDifference } from "~/domain/measures/proportion-interval";

/** Why two results may not be compared (measures.md 9.5). */
export type NoChange =
  | "no_result"
  | "other_definition"
  | "other_unit"
  | "other_length"
  | "immature"
  | "hidden"
  | "blocked";

/** A change on the measure's own scale: points, and percent of what it was, always apart. */
export type ChangeBetween = {
  points: number;
  /** Percent of what it was; null where that was zero. */
  relative: number | null;
  /** 95 % range of the points (Newcombe), for shares alone. */
  range: { low: number; high: number } | null;
  before: number;
  after: number;
};

const length = ({ period }: MeasureResult): number => daysBetween(...period);
/** Half years differ by three days, quarters by two. */
const sameLength = (one: MeasureResult, other: MeasureResult): boolean =>
  Math.abs(length(one) - length(other)) <= 5;

/** Unrounded, from the counts where the result is a share of them. */
export function exactValue({ value, numerator, denominator, scale, interval }: MeasureResult): number | null {
  if (value === null) return null;
  const isShare = interval === "wilson" && numerator !== null && denominator !== null && denominator > 0;
  return isShare ? (numerator / denominator) * scale : value;
}

/** Why a result may not be told as a number; null when it may. */
export function untold(result: MeasureResult | null): "no_result" | "blocked" | "hidden" | "immature" | null {
  if (!result) return "no_result";
  if (result.blocked_by.length > 0) return "blocked";
  if (result.maturity.state !== "mature") return "immature";
  if (result.suppressed !== null && result.value === null) return "hidden";
  return result.value === null ? "no_result" : null;
}

/** The change from one result to a later one, or why none may be told. Both as they are shown: hidden numbers stay so. */
export function changeBetween(
  before: MeasureResult | null,
  after: MeasureResult | null,
): ChangeBetween | { refused: NoChange } {
  const refused = untold(before) ?? untold(after);
  if (refused || !before || !after) return { refused: refused ?? "no_result" };
  if (before.version !== after.version || before.variant !== after.variant)
    return { refused: "other_definition" };
  if (before.measure !== after.measure || before.scale !== after.scale || before.part !== after.part)
    return { refused: "other_unit" };
  if (!sameLength(before, after)) return { refused: "other_length" };
  const [was, is] = [exactValue(before), exactValue(after)];
  if (was === null || is === null) return { refused: "no_result" };
  return {
    ...{ before: was, after: is, points: is - was, range: rangeOf(before, after) },
    relative: was === 0 ? null : ((is - was) / was) * 100,
  };
}

function rangeOf(before: MeasureResult, after: MeasureResult): ChangeBetween["range"] {
  const share = ({ interval, numerator, denominator }: MeasureResult) =>
    interval === "wilson" && numerator !== null && denominator !== null ? { numerator, denominator } : null;
  const [one, two] = [share(after), share(before)];
  const range = one && two && newcombeDifference(one, two);
  return range && { low: range.low * after.scale, high: range.high * after.scale };
}
