/** A date without a time as the formats and date fields read it: "2026-11-21". */
export function dayOf(date: Date): string {
  return new Date(date).toISOString().slice(0, 10);
}
