import { dateIn } from "./clock";

/** When an office answers: a zone, hours of the working day, and closed dates (YYYY-MM-DD). */
export type BusinessCalendar = {
  timeZone: string;
  opensAt: number;
  closesAt: number;
  holidays: readonly string[];
};

const dayMs = 86_400_000;

/** The instant at which a wall clock in a zone shows date and hour; in a DST gap, the instant after it. */
export function instantAt(timeZone: string, date: string, hour: number, minute = 0): Date {
  const guess = Date.UTC(...ymd(date), hour, minute);
  let at = guess - offsetMs(timeZone, guess);
  at = guess - offsetMs(timeZone, at);
  return new Date(at);
}

function ymd(date: string): [number, number, number] {
  const [y, m, d] = date.split("-").map(Number) as [number, number, number];
  return [y, m - 1, d];
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** Made once a zone: making one costs far more than asking it. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const options = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const known = wallClocks.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", options);
  wallClocks.set(timeZone, known);
  return known;
}

function wallParts(timeZone: string, at: Date): { date: string; minutes: number } {
  const parts = wallClock(timeZone).formatToParts(at);
  const value = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  return { date: dateIn(timeZone, at), minutes: value("hour") * 60 + value("minute") };
}

function offsetMs(timeZone: string, at: number): number {
  const wall = wallParts(timeZone, new Date(at));
  const shown = Date.UTC(...ymd(wall.date), 0, wall.minutes);
  return shown - Math.floor(at / 60_000) * 60_000;
}

function nextDate(date: string): string {
  return new Date(Date.UTC(...ymd(date)) + dayMs).toISOString().slice(0, 10);
}

/** True on a weekday that is not a holiday. */
export function isBusinessDay(calendar: BusinessCalendar, date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(date);
}

/** The same wall time `days` business days later; from a closed day, counting starts when it next opens. */
export function addBusinessDays(calendar: BusinessCalendar, from: Date, days: number): Date {
  const start = wallParts(calendar.timeZone, from);
  let { date, minutes } = start;
  if (!isBusinessDay(calendar, date) || minutes >= calendar.closesAt * 60) {
    do date = nextDate(date);
    while (!isBusinessDay(calendar, date));
    minutes = calendar.opensAt * 60;
  }
  minutes = Math.max(minutes, calendar.opensAt * 60);
  for (let left = days; left > 0; ) {
    date = nextDate(date);
    if (isBusinessDay(calendar, date)) left -= 1;
  }
  return instantAt(calendar.timeZone, date, Math.floor(minutes / 60), minutes % 60);
}

/** `hours` of open time later; closed time does not count. */
export function addBusinessHours(calendar: BusinessCalendar, from: Date, hours: number): Date {
  let left = hours * 60;
  let { date, minutes } = wallParts(calendar.timeZone, from);
  for (;;) {
    const open = calendar.opensAt * 60;
    const close = calendar.closesAt * 60;
    const begin = Math.max(minutes, open);
    if (isBusinessDay(calendar, date) && begin < close) {
      if (begin + left <= close) {
        const end = begin + left;
        return instantAt(calendar.timeZone, date, Math.floor(end / 60), end % 60);
      }
      left -= close - begin;
    }
    date = nextDate(date);
    minutes = 0;
  }
}
