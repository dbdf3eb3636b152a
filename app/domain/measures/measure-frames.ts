import { lastWindowDay } from "./calendar-dates";
import { addDays, addMonths, monthEnd, type IsoDate } from "../kernel/calendar";

/** The longest reporting lag of any source; one period for all outcomes, so that they can stand side by side. */
export const LONGEST_LAG = 60;
const BLOCK_MONTHS = 6;
const BLOCKS_BEFORE = 5;

export type Period = [IsoDate, IsoDate];

/** The last month end whose windows of `months` months are closed, with the longest lag, by the last day of the data. */
export function lastMatureMonth(dataThrough: IsoDate, months: number): IsoDate {
  let end = monthEnd(addMonths(dataThrough, -months));
  while (addDays(lastWindowDay(end, months), LONGEST_LAG) > dataThrough) end = monthEnd(addMonths(end, -1));
  return end;
}

/** The last month end from which `days` days have passed. */
export function lastMonthPassed(today: IsoDate, days: number): IsoDate {
  let end = monthEnd(today);
  while (addDays(end, days) > today) end = monthEnd(addMonths(end, -1));
  return end;
}

/** The twelve months that end with a month's last day. */
export function yearEnding(end: IsoDate): Period {
  return [addDays(monthEnd(addMonths(end, -12)), 1), end];
}

/** Six-month periods up to `end`, oldest first: two tile the year that ends there. */
export function blocksUntil(end: IsoDate, count: number = BLOCKS_BEFORE): Period[] {
  const blocks: Period[] = [];
  for (let to = end; blocks.length < count; to = monthEnd(addMonths(to, -BLOCK_MONTHS))) {
    blocks.unshift([addDays(monthEnd(addMonths(to, -BLOCK_MONTHS)), 1), to]);
  }
  return blocks;
}

/** Six-month periods after `end` that have begun by `today`: too early to count, and shown as such. */
export function blocksAfter(end: IsoDate, today: IsoDate): Period[] {
  const blocks: Period[] = [];
  for (let from = addDays(end, 1); from <= today; from = addDays(blocks.at(-1)![1], 1))
    blocks.push([from, monthEnd(addMonths(from, BLOCK_MONTHS - 1))]);
  return blocks;
}
