/**
 * Calendar dates without times, as `YYYY-MM-DD` (measures.md section 2, C1-C5).
 * The same rules stand as SQL macros in app/analysis/date-macros.ts; both are tested on one table of dates.
 */
export type IsoDate = string;

const DAY = 86_400_000;

type Parts = { year: number; month: number; day: number };

/** Parts of a date; throws RangeError on anything that is not a day of the calendar. */
function parseIsoDate(date: IsoDate): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new RangeError(`no such day: ${date}`);
  return { year, month, day };
}

/** True for a day of the calendar written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  try {
    parseIsoDate(text);
    return true;
  } catch {
    return false;
  }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function format(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function toUtc(date: IsoDate): number {
  const { year, month, day } = parseIsoDate(date);
  return Date.UTC(year, month - 1, day);
}

/** The date `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(toUtc(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY);
}

/** C2: completed months from anchor to event. 31 Jan to 28 Feb is 0, to 1 Mar is 1. */
export function completedMonths(anchor: IsoDate, event: IsoDate): number {
  const a = parseIsoDate(anchor);
  const e = parseIsoDate(event);
  return 12 * (e.year - a.year) + (e.month - a.month) - (e.day < a.day ? 1 : 0);
}

/** C2: on or after the anchor and before its n-month anniversary. */
export function isWithinMonths(anchor: IsoDate, event: IsoDate, months: number): boolean {
  return event >= anchor && completedMonths(anchor, event) < months;
}

/** C3: 0 to `days` days after the anchor, both ends counted. */
export function isWithinDays(anchor: IsoDate, event: IsoDate, days: number): boolean {
  const passed = daysBetween(anchor, event);
  return passed >= 0 && passed <= days;
}

/** The last day still inside `months` months of the anchor: the day before the anniversary. */
export function lastWindowDay(anchor: IsoDate, months: number): IsoDate {
  const a = parseIsoDate(anchor);
  const index = a.year * 12 + (a.month - 1) + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const length = daysInMonth(year, month);
  if (a.day > length) return format(year, month, length);
  return addDays(format(year, month, a.day), -1);
}

/** C5: age in completed years; a child born on 29 February is a year older on 1 March of a common year. */
export function ageInYears(born: IsoDate, on: IsoDate): number {
  return Math.floor(completedMonths(born, on) / 12);
}

/** C5: the 18th birthday (1 March for 29 February when that year has none). */
export function eighteenthBirthday(born: IsoDate): IsoDate {
  const { year, month, day } = parseIsoDate(born);
  if (month === 2 && day === 29 && daysInMonth(year + 18, 2) === 28) return format(year + 18, 3, 1);
  return format(year + 18, month, day);
}

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

/** The same day `months` later (earlier when negative), or the month's last day when it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = parseIsoDate(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The last day of the date's month. */
export function monthEnd(date: IsoDate): IsoDate {
  const { year, month } = parseIsoDate(date);
  return format(year, month, daysInMonth(year, month));
}
