import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween, type IsoDate } from "../kernel/calendar";

/**
 * How measures count days, months and years (measures.md section 2, C1-C5). The same rules stand as SQL macros in
 * app/analysis/date-macros.ts; both are tested on one table of dates.
 */

/** The day `months` after the anchor; where that month is too short for it, the first day of the next. */
function anniversary(anchor: IsoDate, months: number): IsoDate {
  const from = Temporal.PlainDate.from(anchor);
  const on = from.add({ months });
  return (on.day < from.day ? on.add({ days: 1 }) : on).toString();
}

/** C2: completed months from anchor to event. 31 Jan to 28 Feb is 0, to 1 Mar is 1. */
export function completedMonths(anchor: IsoDate, event: IsoDate): number {
  const passed = Temporal.PlainDate.from(anchor).until(event, { largestUnit: "month" });
  return passed.days < 0 ? passed.months - 1 : passed.months;
}

/** C2: on or after the anchor and before its n-month anniversary. */
export function isWithinMonths(anchor: IsoDate, event: IsoDate, months: number): boolean {
  return event >= anchor && event < anniversary(anchor, months);
}

/** C3: 0 to `days` days after the anchor, both ends counted. */
export function isWithinDays(anchor: IsoDate, event: IsoDate, days: number): boolean {
  const passed = daysBetween(anchor, event);
  return passed >= 0 && passed <= days;
}

/** The last day still inside `months` months of the anchor: the day before the anniversary. */
export function lastWindowDay(anchor: IsoDate, months: number): IsoDate {
  return addDays(anniversary(anchor, months), -1);
}

/** C5: age in completed years; a child born on 29 February is a year older on 1 March of a common year. */
export function ageInYears(born: IsoDate, on: IsoDate): number {
  return Math.floor(completedMonths(born, on) / 12);
}

/** C5: the 18th birthday (1 March for 29 February when that year has none). */
export const eighteenthBirthday = (born: IsoDate): IsoDate => anniversary(born, 18 * 12);

/** C4: days of the half-open stay [entry, exit) that fall in [periodStart, periodEnd]. Open stays have no exit. */
export function daysInCare(
  entry: IsoDate,
  exit: IsoDate | null,
  periodStart: IsoDate,
  periodEnd: IsoDate,
): number {
  const end = addDays(periodEnd, 1);
  const from = entry > periodStart ? entry : periodStart;
  const to = exit !== null && exit < end ? exit : end;
  return Math.max(0, daysBetween(from, to));
}
