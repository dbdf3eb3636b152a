import { dateOf } from "~/domain/kernel/calendar";

/** A date without a time as the formats and date fields read it: "2026-11-21". */
export function dayOf(date: Date): string {
  return dateOf(new Date(date));
}
