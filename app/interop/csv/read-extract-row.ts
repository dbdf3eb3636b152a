import { addDays, isIsoDate, type IsoDate } from "~/domain/kernel/calendar";
import type { ExtractColumn } from "~/domain/reports/extract-columns";
import { yesWords, type WordList } from "~/domain/reports/extract-words";

/** Why a row was refused; `reason` never repeats what the cell holds, since a cell may name a person. */
export type RowFault = { column: string | null; reason: string; code: string };

type Value = string | boolean | string[] | null;
export type ReadRow = { row: Record<string, Value> } | { fault: RowFault };

const LONGEST_ID = 200;
const LONGEST_TEXT = 500;
const LONGEST_SEALED = 100_000;

/** A column of the contract and where it stands in this file; -1 when the file has no such column. */
export type PlacedColumn = ExtractColumn & { at: number };

class Refused extends Error {
  constructor(
    readonly reason: string,
    readonly code: string,
  ) {
    super(code);
  }
}

/**
 * Reads one line's cells into the fields of a record, or says which column refuses it and why. Records tell what has
 * happened: a day after `today` is a slip, and would move the date up to which the data are taken as whole.
 */
export function readExtractRow(columns: PlacedColumn[], cells: string[], today: IsoDate): ReadRow {
  const row: Record<string, Value> = {};
  for (const column of columns) {
    const raw = column.at < 0 ? "" : (cells[column.at] ?? "");
    try {
      row[column.field] = readCell(column, raw, today);
    } catch (error) {
      if (error instanceof Refused)
        return { fault: { column: column.name, reason: error.reason, code: error.code } };
      throw error;
    }
  }
  return { row };
}

function readCell(column: ExtractColumn, raw: string, today: IsoDate): Value {
  if (raw.includes("\u0000")) throw new Refused("holds a NUL byte", "nul_byte");
  if (raw.includes("\uFFFD")) throw new Refused("is not valid UTF-8", "broken_utf8");
  const text = raw.trim();
  const { kind } = column;
  if (text === "") {
    if (column.key) throw new Refused("is empty and must not be", "missing_value");
    return typeof kind === "object" && "words" in kind ? [] : null;
  }
  if (kind === "sealed") return limit(text, LONGEST_SEALED);
  if (/^[=@]|^[+-][^\d]/.test(text)) throw new Refused("starts as a formula would", "formula_cell");
  if (kind === "id") return limit(text, LONGEST_ID);
  if (kind === "text") return limit(text, LONGEST_TEXT);
  if (kind === "date") return readDate(text, today);
  if (kind === "time") return readTime(text, today);
  if (kind === "yes") return readYes(text);
  if ("word" in kind) return readWord(kind.word, text);
  return text.split(";").flatMap((part) => readWord(kind.words, part) ?? []);
}

function limit(text: string, longest: number): string {
  if (text.length > longest) throw new Refused(`is longer than ${longest} characters`, "too_long");
  return text;
}

function readDate(text: string, today: IsoDate): string {
  if (!isIsoDate(text)) throw new Refused("is not a date written YYYY-MM-DD", "bad_date");
  if (text < "1900-01-01") throw new Refused("is a date before 1900", "bad_date");
  if (text > today) throw new Refused("is a date after today", "future_date");
  return text;
}

const timeForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?$/;

function readTime(text: string, today: IsoDate): string {
  const match = timeForm.exec(text);
  if (!match || !isIsoDate(match[1] ?? ""))
    throw new Refused("is not a time written YYYY-MM-DDThh:mm", "bad_time");
  const day = match[1] ?? "";
  // Written with another zone's offset, a time of today may stand under tomorrow's date.
  if (day > today && day > addDays(today, 1)) throw new Refused("is a time after today", "future_date");
  return text;
}

function readYes(text: string): boolean {
  const value = yesWords.get(text.toLowerCase());
  if (value === undefined) throw new Refused("is not true or false", "bad_boolean");
  return value;
}

function readWord(words: WordList, text: string): string | null {
  // The numbers of NCANDS are written with or without a leading zero.
  const word = words.get(
    text
      .trim()
      .toLowerCase()
      .replace(/^0+(?=\d)/, ""),
  );
  if (word === undefined)
    throw new Refused(
      `is none of: ${[...words.keys()].filter((w) => !/^\d+$/.test(w)).join(", ")}`,
      "unknown_word",
    );
  return word;
}
