import { addDays, type IsoDate, weekdayOf } from "../kernel/calendar";

const [monday, thursday] = [1, 4];
const nextWeekday = (date: IsoDate, weekday: number) => addDays(date, (weekday - weekdayOf(date) + 7) % 7);

/** The working day on which offices are closed for a day of the weekend. */
function observed(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date);
  if (weekday === 6) return addDays(date, -1);
  return weekday === 7 ? addDays(date, 1) : date;
}

/** The federal holidays of a year as they are observed (5 USC 6103), in order. */
export function federalHolidays(year: number): IsoDate[] {
  const on = (day: string) => observed(`${year}-${day}`);
  const from = (day: string, weekday: number) => nextWeekday(`${year}-${day}`, weekday);
  return [
    on("01-01"),
    from("01-15", monday),
    from("02-15", monday),
    from("05-25", monday),
    on("06-19"),
    on("07-04"),
    from("09-01", monday),
    from("10-08", monday),
    on("11-11"),
    from("11-22", thursday),
    on("12-25"),
  ];
}
