import { addDays } from "../../kernel/calendar";

/** Calendar quarters as "2026Q3". */
export const quarterPattern = /^20\d\d ?Q[1-4]$/;

const pad = (month: number): string => String(month).padStart(2, "0");

/** First and last day of a quarter. */
export function daysOfQuarter(quarter: string): [string, string] {
  const [year, at] = [Number(quarter.slice(0, 4)), Number(quarter.slice(-1))];
  const first = (q: number): string => (q > 4 ? `${year + 1}-01-01` : `${year}-${pad(q * 3 - 2)}-01`);
  return [first(at), addDays(first(at + 1), -1)];
}

/** The quarter of a day, and those before it, newest first. */
export function quartersBack(day: string, count: number): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const newest = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, back) => {
    const at = newest - back;
    return `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
  });
}
