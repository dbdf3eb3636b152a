import type { ReadValue } from "./read-value";
import { isIsoDate } from "~/domain/kernel/calendar";

const form = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const named = /^(?:([a-z]{3,9})\.?\s+(\d{1,2})|(\d{1,2})\s+([a-z]{3,9})\.?)(?:st|nd|rd|th)?,?\s+(\d{4})$/i;

/** "December 24, 2026" and "24 Dec 2026" as a day of ISO 8601. */
function namedDay(text: string): string | null {
  const [whole, before, dayAfter, dayBefore, after, year] = named.exec(text) ?? [];
  const month = months.indexOf((before ?? after ?? "").slice(0, 3).toLowerCase()) + 1;
  if (whole === undefined || month === 0) return null;
  return `${year}-${String(month).padStart(2, "0")}-${(dayAfter ?? dayBefore ?? "").padStart(2, "0")}`;
}

/** A day or a moment; "3/14/2024" is an American day. A moment without a zone is taken as UTC. */
export function extraDateForms(raw: string, moment: boolean): ReadValue {
  const text = raw.trim();
  if (text === "") return { value: null };
  const bad: ReadValue = {
    value: null,
    lost: true,
    note: { reason: `not a ${moment ? "date and time" : "date"}; left out`, code: "bad_date" },
  };
  const us = american.exec(text);
  const plain = us
    ? `${us[3]}-${us[1]?.padStart(2, "0")}-${us[2]?.padStart(2, "0")}`
    : (namedDay(text) ?? text);
  const match = form.exec(plain);
  if (!match) return bad;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (!isIsoDate(day) || day < "1000") return bad;
  if (!moment) return { value: day };
  const at = new Date(`${day}T${match[4] ?? "00:00"}${match[5] ?? "Z"}`);
  // An offset may carry the last day of 9999 into a year of five digits.
  return Number.isNaN(at.getTime()) || at.toISOString().startsWith("+") ? bad : { value: at.toISOString() };
}
