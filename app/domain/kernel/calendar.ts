import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A day of the calendar without a time, as `YYYY-MM-DD`: two of them compare as text. */
export type IsoDate = string;

const plain = (date: IsoDate): Temporal.PlainDate => Temporal.PlainDate.from(date);

/** True for a day of the calendar written `YYYY-MM-DD`. Asked once a cell of an extract, so it makes no Temporal value. */
export const isIsoDate = (text: string): boolean => z.regexes.date.test(text);

/** The date `days` later (earlier when negative). RangeError for what is no day. */
export const addDays = (date: IsoDate, days: number): IsoDate => plain(date).add({ days }).toString();

/** The same day `months` later (earlier when negative), or the month's last day when it has no such day. */
export const addMonths = (date: IsoDate, months: number): IsoDate => plain(date).add({ months }).toString();

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => plain(from).until(plain(to)).days;

/** The last day of the date's month. */
export const monthEnd = (date: IsoDate): IsoDate => plain(date).with({ day: 31 }).toString();

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: IsoDate): number => plain(date).dayOfWeek;

/** The day that a column without a time holds: PostgreSQL's `date` comes as midnight UTC. */
export const dateOf = (column: Date): IsoDate => column.toISOString().slice(0, 10);

/** What a column without a time is given for a day. */
export const asColumn = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);

const dates = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar date of an instant in a zone. Lists ask it for every row, and a formatter that is made once answers ten times
 * sooner than a zoned Temporal value.
 */
export function dateIn(timeZone: string, at: Date): IsoDate {
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const known = dates.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", options);
  dates.set(timeZone, known);
  return known.format(at);
}

/** What the clock on the wall shows in a zone. */
export function wallTime(timeZone: string, at: Date): { date: IsoDate; hour: number; minute: number } {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { date: wall.toPlainDate().toString(), hour: wall.hour, minute: wall.minute };
}

/** The instant at which the wall clock shows date and hour; of two the earlier, and in a gap the instant that it becomes. */
export function instantAt(timeZone: string, date: IsoDate, hour: number, minute = 0): Date {
  const wall = plain(date).toPlainDateTime().add({ hours: hour, minutes: minute });
  return new Date(wall.toZonedDateTime(timeZone).epochMilliseconds);
}

/** Midnight, or the first instant of a day that begins without one. */
export const startOfDay = (timeZone: string, date: IsoDate): Date =>
  new Date(plain(date).toZonedDateTime(timeZone).epochMilliseconds);
