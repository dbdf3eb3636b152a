import { addMonths, daysBetween, type IsoDate } from "../kernel/calendar";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { changeBetween, type ChangeBetween, type NoChange, untold } from "./change-between";

export type BeforeAfter = {
  before: MeasureResult | null;
  after: MeasureResult | null;
  change: ChangeBetween | { refused: NoChange };
  /** Whether the two are the same months of different years: else a season may be taken for a change. */
  sameSeason: boolean;
};

const days = ({ period }: MeasureResult): number => daysBetween(...period);

/** Periods of one length, the commonest one of the series; the longest of two that are as common. */
function ofOneLength(series: readonly MeasureResult[]): MeasureResult[] {
  const lengths = new Map<number, number>();
  // Months differ by days: lengths are told apart in steps of a month.
  const step = (result: MeasureResult) => Math.round(days(result) / 30.4);
  for (const result of series) lengths.set(step(result), (lengths.get(step(result)) ?? 0) + 1);
  const [wanted] = [...lengths].sort(([a, n], [b, m]) => m - n || b - a)[0] ?? [];
  return series.filter((result) => step(result) === wanted);
}

/** Whole years before `from`. */
function isSameSeason(from: IsoDate, earlier: IsoDate): boolean {
  for (let year = 1; year <= 10; year += 1) if (addMonths(from, -12 * year) === earlier) return true;
  return false;
}

/**
 * A measure before and after a day: the newest period that begins on it or later and may be told, against the newest that
 * ended before it, of the same months of a year where there is one. It does not show cause.
 */
export function beforeAndAfter(series: readonly MeasureResult[], day: IsoDate): BeforeAfter {
  const periods = ofOneLength(series).sort((a, b) => (a.period[0] < b.period[0] ? -1 : 1));
  const told = periods.filter((result) => untold(result) === null);
  const after =
    told.findLast(({ period }) => period[0] >= day) ?? periods.findLast(({ period }) => period[0] >= day);
  const earlier = told.filter(({ period }) => period[1] < day);
  const season = after && earlier.findLast(({ period }) => isSameSeason(after.period[0], period[0]));
  const before = season ?? earlier.at(-1) ?? periods.findLast(({ period }) => period[1] < day);
  return {
    ...{ before: before ?? null, after: after ?? null },
    change: changeBetween(before ?? null, after ?? null),
    sameSeason: season !== undefined,
  };
}
