import { isIsoDate } from "../../domain/kernel/calendar";

/** A date as eight digits, and what was wrong with it. `digits` may be no day of the calendar: 19901341 is still evidence. */
export type BirthDate = {
  digits: string | null;
  fault: "placeholder" | "unreadable" | "no_such_day" | "out_of_range" | null;
};

const placeholders = new Set([
  "19000101",
  "19010101",
  "11111111",
  "99991231",
  "99999999",
  "00000000",
  "18991231",
  "19700101",
]);
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const unreadable: BirthDate = { digits: null, fault: "unreadable" };
const firstYear = "1880";
const lastYear = "2100";

/** Letters that were read for digits: 2O31-l2-05. */
const mendDigits = (text: string): string =>
  text
    .replace(/[oq]/gi, "0")
    .replace(/[il|]/gi, "1")
    .replace(/z/gi, "2")
    .replace(/s/gi, "5")
    .replace(/b/gi, "8");

const fullYear = (year: string, thisYear: number): string =>
  year.length !== 2 ? year : String(Number(year) + (Number(year) > thisYear % 100 ? 1900 : 2000));

function byFormat(text: string, format: string, thisYear: number): string | null {
  const tokens = format.match(/y+|M+|d+/g) ?? [];
  const isFixed = !/[^yMd]/.test(format);
  const texts = isFixed ? cutFixed(text.replace(/\D/g, ""), tokens) : (text.match(/\d+/g) ?? []);
  const part = (letter: string): string => texts[tokens.findIndex((token) => token.startsWith(letter))] ?? "";
  const [year, month, day] = [fullYear(part("y"), thisYear), part("M"), part("d")];
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  return year + month.padStart(2, "0") + day.padStart(2, "0");
}

function cutFixed(digits: string, tokens: string[]): string[] {
  let at = 0;
  return tokens.map((token) => digits.slice(at, (at += token.length)));
}

/** Without a format: year first, or month first as the United States write it; a number above 12 cannot be a month. */
function guess(text: string, thisYear: number): string | null {
  const groups = text.match(/\d+/g) ?? [];
  if (groups.length === 1 && groups[0]?.length === 8) {
    const only = groups[0];
    const isYearFirst = only >= `${firstYear}0000` && only < `${lastYear}0000`;
    return isYearFirst ? only : only.slice(4) + only.slice(0, 4);
  }
  const [one = "", two = "", three = ""] = groups;
  if (one.length === 4) return byFormat(text, "y-M-d", thisYear);
  if (three.length < 2 || two === "") return null;
  return byFormat(text, Number(one) > 12 ? "d-M-y" : "M-d-y", thisYear);
}

const nameMonths = (text: string): string => {
  const found = months.findIndex((month) => new RegExp(`(^|[^a-z])${month}`, "i").test(text));
  if (found < 0) return text;
  const rest = text.match(/\d+/g) ?? [];
  const year = rest.find((part) => part.length === 4) ?? rest.at(-1) ?? "";
  const day = rest.find((part) => part !== year) ?? "";
  return `${year.length === 2 ? fullYear(year, 30) : year}-${found + 1}-${day}`;
};

/** Reads a birth date by the map's format, or by guess where none is given. A time behind it is left out. */
export function readBirthDate(raw: string, format: string | null, thisYear: number): BirthDate {
  const text = mendDigits(nameMonths(raw.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, "")));
  const asMeant = format === null ? null : byFormat(text, format, thisYear);
  const digits = asMeant ?? guess(text, thisYear);
  if (digits === null) return unreadable;
  if (placeholders.has(digits)) return { digits: null, fault: "placeholder" };
  if (digits < firstYear || digits > lastYear) return { digits: null, fault: "out_of_range" };
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  if (!isIsoDate(iso)) return { digits, fault: "no_such_day" };
  return { digits, fault: Number(digits.slice(0, 4)) > thisYear ? "out_of_range" : null };
}
