import { storableText } from "~/domain/kernel/storable-text";
import { removeMarks } from "~/domain/kernel/remove-marks";
import { extraDateForms } from "./read-date";
import type { HsdsField } from "./hsds-field";
import { readUrl } from "./read-url";
import type { ReadValue } from "./read-value";
import { readEmail } from "./read-email";
import { readTime } from "./read-time";
import { repairText } from "./repair-text";

const longestText = 1_000_000;
/** Also in bytes: a value in an index has no more room. */
const longestShort = 2_000;
const longestEntry = 200;
const mostEntries = 1_000;
const longestJson = 100_000;
/** One-line texts: trimmed, and held short enough for an index. */
const short = new Set([
  ...[
    "name",
    "alternate_name",
    "title",
    "department",
    "number",
    "type",
    "code",
    "status",
    "currency",
    "label",
  ],
  ...["address_1", "address_2", "city", "region", "state_province", "postal_code", "country", "attention"],
  ...[
    "address_type",
    "location_type",
    "extent_type",
    "link_type",
    "link_entity",
    "resource_type",
    "field_name",
  ],
  ...["last_action_type", "updated_by", "identifier", "identifier_type", "identifier_scheme", "freq", "wkst"],
  ...["external_identifier", "external_identifier_type", "taxonomy", "language", "version", "kind", "option"],
]);

const lost = (reason: string, code: string): ReadValue => ({
  value: null,
  note: { reason, code },
  lost: true,
});

function readText(field: HsdsField, raw: string): ReadValue {
  const isShort = short.has(field.name);
  const said = removeMarks(raw);
  const text = repairText(isShort ? said.trim() : said);
  if (text.trim() === "") return { value: null };
  const most = isShort ? longestShort : longestText;
  if (text.length > most || (isShort && Buffer.byteLength(text) > most))
    return {
      ...lost(`longer than ${most.toLocaleString("en-US")} characters`, "too_long"),
      refuse: true,
    };
  if (text === raw || text === raw.trim()) return { value: text };
  if (said !== raw && (text === said || text === said.trim()))
    return {
      value: text,
      note: { reason: "signs that turn or hide text were left out", code: "unseen_signs" },
    };
  return { value: text, note: { reason: "signs of a wrong encoding were repaired", code: "repaired_text" } };
}

function readNumber(raw: string, whole: boolean): ReadValue {
  const text = raw.trim();
  if (text === "") return { value: null };
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number) || (whole && (!Number.isInteger(number) || Math.abs(number) > 2_147_483_647)))
    return lost(`not a ${whole ? "whole " : ""}number; left out`, "bad_number");
  return { value: number };
}

const yes: ReadonlyMap<string, boolean> = new Map([
  ...["true", "t", "1", "yes", "y"].map((word) => [word, true] as const),
  ...["false", "f", "0", "no", "n"].map((word) => [word, false] as const),
]);

function readBoolean(raw: string): ReadValue {
  const text = raw.trim().toLowerCase();
  if (text === "") return { value: null };
  const value = yes.get(text);
  return value === undefined ? lost("neither true nor false; left out", "bad_boolean") : { value };
}

function entriesOf(text: string): string[] {
  if (text.startsWith("[")) {
    try {
      const parsed: unknown = JSON.parse(text);
      if (Array.isArray(parsed)) return parsed.map((one) => storableText(String(one)).trim());
    } catch {
      // Read as words, like any other.
    }
  }
  return text.split(/\s*[,;]\s*/);
}

function readList(raw: string): ReadValue {
  const text = raw.trim();
  if (text === "") return { value: null };
  const entries = entriesOf(text).filter((one) => one !== "");
  const value = entries.filter((one) => one.length <= longestEntry).slice(0, mostEntries);
  return value.length === entries.length
    ? { value }
    : { value, note: { reason: "entries that are too long, or too many, were left out", code: "too_long" } };
}

function readJson(raw: string): ReadValue {
  if (raw.trim() === "") return { value: null };
  if (raw.length > longestJson)
    return lost(`longer than ${longestJson.toLocaleString("en-US")} characters; left out`, "too_long");
  try {
    const parsed: unknown = JSON.parse(raw, (_key, value: unknown) =>
      typeof value === "string" ? storableText(value) : value,
    );
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
      return readKeys(JSON.stringify(parsed));
  } catch {
    // Said below.
  }
  return lost("not a JSON object; left out", "bad_json");
}

/** A key may be spoilt as well as a value; nothing that means well has such a key. */
const readKeys = (text: string): ReadValue =>
  /\\u(0000|d[89a-f])/i.test(text) ? lost("not a JSON object; left out", "bad_json") : { value: text };

/** `="07307"`: how a spreadsheet is told to keep a number's zeros. */
export const withoutFormulaQuotes = (cell: string): string => /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;

/** Reads one cell by its field's kind. NUL characters must be gone before. */
export function readHsdsValue(field: HsdsField, cell: string): ReadValue {
  const raw = cell.startsWith("=") ? withoutFormulaQuotes(cell) : cell;
  if (raw === "") return { value: null };
  if (field.kind === "text") return readText(field, raw);
  if (field.kind === "uuid") return { value: raw.trim().slice(0, longestEntry + 1) || null };
  // A number in HSDS alone: the row's own rule parts what is one from what is none.
  if (field.name === "extension") return { value: raw.trim().slice(0, longestEntry) || null };
  if (field.kind === "uri") return readUrl(raw);
  if (field.kind === "email") return readEmail(raw);
  if (field.kind === "number" || field.kind === "integer") return readNumber(raw, field.kind === "integer");
  if (field.kind === "boolean") return readBoolean(raw);
  if (field.kind === "date" || field.kind === "datetime")
    return extraDateForms(raw, field.kind === "datetime");
  if (field.kind === "time") return readTime(raw);
  return field.kind === "list" ? readList(raw) : readJson(raw);
}
