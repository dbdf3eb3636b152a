import { dateIn, type IsoDate } from "./calendar";

/** The only reader of the time. */
export interface Clock {
  now(): Date;
  /** The calendar date in a zone. */
  today(timeZone: string): IsoDate;
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
