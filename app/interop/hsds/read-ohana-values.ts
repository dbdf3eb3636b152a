import { readPhoneNumber } from "~/domain/directory/reading/phone-number";
import { readEmail } from "./read-email";
import { readUrl } from "./read-url";
import { removeMarks } from "~/domain/kernel/remove-marks";

/** Single values of the older form, each read the same way everywhere. */
const trimmed = (value: string | undefined) => removeMarks(value ?? "").trim();
export const textOf = (value: string | undefined): string | null => trimmed(value) || null;

/** A web address that a browser would open; null for one that is not. This form means http where it says nothing. */
export function urlOf(value: string | undefined): string | null {
  const { value: url, note } = readUrl(trimmed(value));
  if (typeof url !== "string" || !/^https?:/i.test(url)) return null;
  const completed = note?.code === "url_without_scheme" || !/^\W*ht+ps?\b/i.test(trimmed(value));
  return completed ? url.replace(/^https:/, "http:") : url;
}

export function emailOf(value: string | undefined): string | null {
  const { value: email } = readEmail(trimmed(value));
  return typeof email === "string" ? email : null;
}

/** A number as "(410) 555-0100", or as it is written where it is a word or a short one; null for masks and pieces. */
export function phoneOf(value: string | undefined): { written: string; extension: string | null } | null {
  const text = trimmed(value);
  const read = readPhoneNumber(text);
  if (!read) return null;
  const { extension, bare } = read;
  const digits = read.digits.replace(/^\+?1(?=\d{10}$)/, "");
  if (/^\d{10}$/.test(digits) && !/[a-z]/i.test(bare))
    return { written: `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`, extension };
  // This form gives area codes: seven to nine digits are a piece of a number.
  if (/^\d{7,9}$/.test(digits)) return null;
  // "(311)    -": the mask of a longer number around a short one.
  return { written: digits.length < 7 && !/[a-z]/i.test(bare) ? digits : bare, extension };
}

export function degreesOf(value: string | undefined, limit: number): number | null {
  const text = trimmed(value);
  const degrees = Number(text);
  return text !== "" && Number.isFinite(degrees) && Math.abs(degrees) <= limit && degrees !== 0
    ? degrees
    : null;
}

/** Address texts that stand for "we do not say where", and descriptions that say so. */
export function isConfidential(text: string): boolean {
  return (
    /^\s*(address )?(is )?(confidential|undisclosed|withheld)\b/i.test(text) ||
    /confidential(ly)?\s+(address|locat|site|shelter)|undisclosed\s+(address|locat|site)|(address|location)\s+(is\s+)?(kept\s+)?(confidential|undisclosed|not\s+disclosed)/i.test(
      text,
    )
  );
}

/** An address that says of itself that it is to be kept. */
export const isKeptAddress = (text: string): boolean =>
  isConfidential(text) ||
  /\b(do not|don'?t|never|not to be) (give|given|hand|publish|share|disclose|list)(ed|d)?( (it|this|address))?( out)?\b|\bnot for publication\b|\bno (dar|divulgar|publicar|compartir)\b/i.test(
    text,
  );

const languageNames: [RegExp, string][] = [
  [/\bspanish\b/i, "es"],
  [/\b(asl|american sign language|sign language)\b/i, "ase"],
  [/\bfrench\b/i, "fr"],
  [/\brussian\b/i, "ru"],
  [/\bkorean\b/i, "ko"],
  [/\b(chinese|mandarin)\b/i, "zh"],
  [/\barabic\b/i, "ar"],
  [/\bvietnamese\b/i, "vi"],
  [/\bportuguese\b/i, "pt"],
];

/** Languages named in a free text. "Limited Spanish" and "accommodations possible" are notes, not languages. */
export function languagesOf(text: string | null): { staff: string[]; note: string | null } {
  if (!text) return { staff: [], note: null };
  const named = /\blimited\b/i.test(text)
    ? []
    : languageNames.filter(([name]) => name.test(text)).map(([, code]) => code);
  const note = /accommodat|arrange|interpret|language line|vary|limited|other languages/i.test(text)
    ? text
    : null;
  return {
    staff: named.length ? ["en", ...named] : /^\s*(english|none)\W*$/i.test(text) ? ["en"] : [],
    note,
  };
}

/** True when the fee text says nothing is paid, false when it names an amount, null when it does not tell. */
export function freeOf(fees: string | null): boolean | null {
  if (!fees) return null;
  if (/^\s*(none|free|no (fees?|charge|cost))\W*$/i.test(fees)) return true;
  return /\$\s*\d/.test(fees) ? false : null;
}
