import { addDays, instantAt, type IsoDate, wallTime, weekdayOf } from "./calendar";

/** When an office answers: a zone, hours of the working day, and closed dates. */
export type BusinessCalendar = {
  timeZone: string;
  opensAt: number;
  closesAt: number;
  holidays: readonly IsoDate[];
};

type Wall = { date: IsoDate; minutes: number };

function wallOf({ timeZone }: BusinessCalendar, at: Date): Wall {
  const { date, hour, minute } = wallTime(timeZone, at);
  return { date, minutes: hour * 60 + minute };
}

/** True on a weekday that is not a holiday. */
export function isBusinessDay(calendar: BusinessCalendar, date: IsoDate): boolean {
  return weekdayOf(date) < 6 && !calendar.holidays.includes(date);
}

/** The working day `days` before or after a date, which itself is not counted. */
export function businessDayFrom(calendar: BusinessCalendar, date: IsoDate, days: number): IsoDate {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step);
    if (isBusinessDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The same wall time `days` business days later; from a closed day, counting starts when it next opens. */
export function addBusinessDays(calendar: BusinessCalendar, from: Date, days: number): Date {
  const open = calendar.opensAt * 60;
  let { date, minutes } = wallOf(calendar, from);
  if (!isBusinessDay(calendar, date) || minutes >= calendar.closesAt * 60) {
    date = businessDayFrom(calendar, date, 1);
    minutes = open;
  }
  return instantAt(calendar.timeZone, businessDayFrom(calendar, date, days), 0, Math.max(minutes, open));
}

/** `hours` of open time later, to the minute; closed time does not count. */
export function addBusinessHours(calendar: BusinessCalendar, from: Date, hours: number): Date {
  const [open, close] = [calendar.opensAt * 60, calendar.closesAt * 60];
  let { date, minutes } = wallOf(calendar, from);
  for (let left = Math.round(hours * 60); ; date = addDays(date, 1), minutes = 0) {
    const begin = Math.max(minutes, open);
    if (begin >= close || !isBusinessDay(calendar, date)) continue;
    if (begin + left <= close) return instantAt(calendar.timeZone, date, 0, begin + left);
    left -= close - begin;
  }
}

/** Hours of open time between two instants, to the minute; zero when `to` is not later. */
export function openHoursBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  const [open, close] = [calendar.opensAt * 60, calendar.closesAt * 60];
  const [first, last] = [wallOf(calendar, from), wallOf(calendar, to)];
  let minutes = 0;
  for (let { date } = first; date <= last.date; date = addDays(date, 1)) {
    if (!isBusinessDay(calendar, date)) continue;
    const begin = date === first.date ? Math.max(first.minutes, open) : open;
    const end = date === last.date ? Math.min(last.minutes, close) : close;
    minutes += Math.max(0, end - begin);
  }
  return minutes / 60;
}
