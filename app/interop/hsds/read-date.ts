import type { ReadValue } from "./read-value";
import { isIsoDate } from "~/domain/kernel/calendar";

const form = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

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
  const plain = us ? `${us[3]}-${us[1]?.padStart(2, "0")}-${us[2]?.padStart(2, "0")}` : text;
  const match = form.exec(plain);
  if (!match) return bad;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (!isIsoDate(day) || day < "1000") return bad;
  if (!moment) return { value: day };
  const at = new Date(`${day}T${match[4] ?? "00:00"}${match[5] ?? "Z"}`);
  // An offset may carry the last day of 9999 into a year of five digits.
  return Number.isNaN(at.getTime()) || at.toISOString().startsWith("+") ? bad : { value: at.toISOString() };
}
