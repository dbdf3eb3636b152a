import type { IsoDate } from "../kernel/calendar";
import { daysBetween } from "../kernel/calendar";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { exactValue, untold } from "./change-between";

export const targetKinds = ["threshold", "pp_change", "relative_change", "count_change"] as const;
export type TargetKind = (typeof targetKinds)[number];
/** up: at least, or a rise of; down: at most, or a fall of. */
export const targetWays = ["up", "down"] as const;
export type TargetWay = (typeof targetWays)[number];

/** A target as it is judged; values on the measure's own scale, `value` positive for every kind but a threshold. */
export type JudgedTarget = {
  measure: string;
  definitionVersion: string;
  unit: string;
  kind: TargetKind;
  way: TargetWay;
  value: number;
  byDay: IsoDate;
  baselineFrom: IsoDate | null;
  baselineTo: IsoDate | null;
  baselineValue: number | null;
  /** Set where the baseline is a stored result. */
  baselineNumerator: number | null;
};

export type WhyUntold =
  | "not_tracked"
  | "no_result"
  | "hidden"
  | "immature"
  | "blocked"
  | "other_definition"
  | "other_unit"
  | "other_length"
  | "no_baseline"
  | "baseline_zero";

export type Judgement =
  | {
      state: "met" | "missed";
      needed: number;
      value: number;
      period: [IsoDate, IsoDate];
      /** Whether the whole 95 % range is on the side that is told; null without a range. */
      clear: boolean | null;
    }
  /** `latest`: the newest complete result, for how it stands so far. */
  | { state: "not_due"; needed: number | null; latest: { value: number; period: [IsoDate, IsoDate] } | null }
  | { state: "untold"; why: WhyUntold; needed: number | null };

/** The unit of a measure's numbers: what is counted, and per how many. */
export const unitOf = ({ unit, scale }: Pick<MeasureSpec, "unit" | "scale">): string => `${unit}/${scale}`;

/** The number to be reached, on the measure's scale; a count change is on the count itself. */
export function neededValue(target: JudgedTarget): number | "no_baseline" | "baseline_zero" {
  const { kind, value, way, baselineValue, baselineNumerator } = target;
  if (kind === "threshold") return value;
  const signed = way === "up" ? value : -value;
  const base = kind === "count_change" ? (baselineNumerator ?? baselineValue) : baselineValue;
  if (base === null) return "no_baseline";
  if (kind !== "relative_change") return base + signed;
  return base === 0 ? "baseline_zero" : base * (1 + signed / 100);
}

const days = ([from, to]: [IsoDate, IsoDate]): number => daysBetween(from, to);

/** The results that speak of the target's day: of the baseline's length where it has one, else the longest first. */
function ofItsDay(target: JudgedTarget, results: readonly MeasureResult[]): MeasureResult[] {
  const { byDay, baselineFrom, baselineTo } = target;
  const holding = results.filter(({ period: [from, to] }) => from <= byDay && byDay <= to);
  const wanted = baselineFrom && baselineTo ? days([baselineFrom, baselineTo]) : null;
  const fits = holding.filter(({ period }) => wanted === null || Math.abs(days(period) - wanted) <= 5);
  return fits.sort((a, b) => days(b.period) - days(a.period));
}

const valueFor = (target: JudgedTarget, result: MeasureResult): number | null =>
  target.kind === "count_change" ? (result.numerator ?? result.value) : exactValue(result);

/** Whether the whole range lies on the side of `met`; counts have no range. */
function isClear(target: JudgedTarget, result: MeasureResult, needed: number, met: boolean): boolean | null {
  const { low, high } = result;
  if (target.kind === "count_change" || low === null || high === null) return null;
  const isUp = target.way === "up";
  if (met) return isUp ? low >= needed : high <= needed;
  return isUp ? high < needed : low > needed;
}

/** The newest complete result; where the target has a baseline, of its length. */
function latestOf(target: JudgedTarget, results: readonly MeasureResult[]) {
  const told = results.filter((result) => untold(result) === null);
  const newest = told.sort((a, b) => (a.period[1] < b.period[1] ? 1 : -1))[0];
  const value = newest ? valueFor(target, newest) : null;
  return newest && value !== null ? { value, period: newest.period } : null;
}

/**
 * Whether a target is met, missed, not yet due or cannot be told, and why; from unrounded values. `results` are the shown
 * results of its measure for the whole jurisdiction, hidden ones as hidden; `known` is the last day that is known.
 */
export function judgeTarget(
  target: JudgedTarget,
  spec: Pick<MeasureSpec, "version" | "unit" | "scale" | "status">,
  results: readonly MeasureResult[],
  known: IsoDate | null,
): Judgement {
  const needs = neededValue(target);
  const needed = typeof needs === "number" ? needs : null;
  const no = (why: WhyUntold): Judgement => ({ state: "untold", why, needed });
  if (needed === null) return no(needs as WhyUntold);
  if (spec.status !== "tracked") return no("not_tracked");
  if (spec.version !== target.definitionVersion) return no("other_definition");
  if (unitOf(spec) !== target.unit) return no("other_unit");
  const own = results.filter(({ version }) => version === target.definitionVersion);
  const result = ofItsDay(target, own)[0] ?? null;
  const why = untold(result);
  if (result && why === null) {
    const value = valueFor(target, result);
    if (value === null) return no("no_result");
    const met = target.way === "up" ? value >= needed : value <= needed;
    const { period } = result;
    return {
      state: met ? "met" : "missed",
      needed,
      value,
      period,
      clear: isClear(target, result, needed, met),
    };
  }
  const isAhead = known === null || target.byDay > known;
  if (isAhead || (why === "immature" && result))
    return { state: "not_due", needed, latest: latestOf(target, own) };
  if (!result && own.some(({ period: [from, to] }) => from <= target.byDay && target.byDay <= to))
    return no("other_length");
  return no(why ?? "no_result");
}
