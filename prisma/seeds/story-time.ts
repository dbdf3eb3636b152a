import { type BusinessCalendar, businessDayFrom } from "~/domain/kernel/business-calendar";
import { instantAt, dateIn, addDays, addMonths, type IsoDate } from "~/domain/kernel/calendar";

import { later } from "~/domain/kernel/durations";
import { storyHolidays } from "./story-holidays";

const timeZone = "America/New_York";

/** A local hour of the story: 9.5 is half past nine. All lie between eight and nine in the evening, where no clock is changed. */
export type LocalHour = number;

/** Everything that the story says about time: by the jurisdiction's calendar, seen from the moment it is told. */
export type StoryTime = {
  now: Date;
  holidays: IsoDate[];
  day(daysAgo: number): IsoDate;
  /** A birth date that makes a child so many months old on a day so long ago; negative months are not born yet. */
  birthDate(ageMonths: number, daysAgo: number): IsoDate;
  /** A whole number of days ago at a local hour: always gone by, whatever the hour is now. */
  at(daysAgo: number, hour: LocalHour): Date;
  /** So many working days ago at a local hour. */
  workdaysAgo(days: number, hour: LocalHour): Date;
  /** The last time that the clock on the wall showed this hour: today, or yesterday when it is still to come. */
  lastAt(hour: LocalHour): Date;
};

export const hoursAfter = (at: Date, hours: number): Date => later(at, { hours });

export function storyTime(now: Date): StoryTime {
  const today = dateIn(timeZone, now);
  const holidays = storyHolidays(Number(today.slice(0, 4)));
  const calendar: BusinessCalendar = { timeZone, opensAt: 8, closesAt: 17, holidays };
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  const on = (date: IsoDate, hour: LocalHour) =>
    instantAt(timeZone, date, Math.floor(hour), Math.round((hour % 1) * 60));
  return {
    now,
    holidays,
    day,
    birthDate: (ageMonths, daysAgo) => addDays(addMonths(day(daysAgo), -ageMonths), -9),
    at: (daysAgo, hour) => on(day(daysAgo), hour),
    workdaysAgo: (days, hour) => on(businessDayFrom(calendar, today, -days), hour),
    lastAt: (hour) => (on(today, hour) <= now ? on(today, hour) : on(day(1), hour)),
  };
}
