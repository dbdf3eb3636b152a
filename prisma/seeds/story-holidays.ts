import { addDays, type IsoDate, weekdayOf } from "~/domain/kernel/calendar";

const monday = 1;
const thursday = 4;

/** The first such weekday on or after a date. */
const nextWeekday = (date: IsoDate, weekday: number) => addDays(date, (weekday - weekdayOf(date) + 7) % 7);

function holidaysOf(year: number): IsoDate[] {
  const thanksgiving = nextWeekday(`${year}-11-22`, thursday);
  return [
    `${year}-01-01`,
    nextWeekday(`${year}-01-15`, monday),
    nextWeekday(`${year}-05-25`, monday),
    `${year}-07-04`,
    nextWeekday(`${year}-09-01`, monday),
    thanksgiving,
    addDays(thanksgiving, 1),
    `${year}-12-25`,
  ];
}

/** Days on which the story's offices are closed: of the year it is told in, the one before and the one after. */
export function storyHolidays(year: number): IsoDate[] {
  return [year - 1, year, year + 1].flatMap(holidaysOf);
}
