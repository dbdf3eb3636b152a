import { addMonths, type IsoDate } from "../kernel/calendar";

const monthsBack = 24;

/** Of the last two years, not after today. */
export function isEnrolmentDay(day: IsoDate, today: IsoDate): boolean {
  return day <= today && day >= addMonths(today, -monthsBack);
}
