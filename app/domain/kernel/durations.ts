/**
 * Lengths of time that no calendar changes: a day here is twenty-four hours, over a change of the clock too. What is meant
 * by the calendar ("tomorrow", "the tenth") is in calendar.ts. Browsers load this one.
 */
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export type Length = { days?: number; hours?: number; minutes?: number };

export const inMilliseconds = ({ days = 0, hours = 0, minutes = 0 }: Length): number =>
  days * dayMs + hours * hourMs + minutes * minuteMs;

export const inSeconds = (length: Length): number => inMilliseconds(length) / 1000;

export const later = (at: Date, length: Length): Date => new Date(at.getTime() + inMilliseconds(length));
export const earlier = (at: Date, length: Length): Date => new Date(at.getTime() - inMilliseconds(length));

/** Days from one instant to another, with their fraction; negative when `to` is earlier. */
export const daysPassed = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / dayMs;
