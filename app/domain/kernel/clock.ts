/** The only reader of the time. */
export interface Clock {
  now(): Date;
  /** The calendar date in a zone, YYYY-MM-DD. */
  today(timeZone: string): string;
}

/** Made once a zone: making one costs far more than asking it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in a zone, YYYY-MM-DD. */
export function dateIn(timeZone: string, at: Date): string {
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const known = calendars.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", options);
  calendars.set(timeZone, known);
  return known.format(at);
}

function clockOf(now: () => Date): Clock {
  return { now, today: (timeZone) => dateIn(timeZone, now()) };
}

export const systemClock: Clock = clockOf(() => new Date());

/** A clock that stands at an instant (ISO 8601 with offset), for tests and seeds. */
export function fixedClock(iso: string): Clock {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an instant: ${iso}`);
  return clockOf(() => new Date(at));
}
