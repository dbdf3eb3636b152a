import { addDays, isIsoDate, type IsoDate } from "~/domain/kernel/calendar";
import type { ExtractColumn } from "~/domain/reports/extract-columns";
import { ageBandForm, yesWords, type WordList } from "~/domain/reports/extract-words";
import type { RemarkCode } from "~/domain/reports/remark-codes";

export type CellValue = string | number | boolean | string[] | null;

/** Why a cell cannot be read, and never what it holds. */
export class Refused extends Error {
  readonly why: { reason: string; code: RemarkCode };

  constructor(reason: string, code: RemarkCode) {
    super(code);
    this.why = { reason, code };
  }
}

const LONGEST_ID = 200;
const LONGEST_TEXT = 500;
const LONGEST_SEALED = 100_000;
const LARGEST_COUNT = 2_147_483_647;
/** An extract says the same days again and again. */
const REMEMBERED_DAYS = 20_000;

/** = @ + - */
const formulaStart: ReadonlySet<number> = new Set([61, 64, 43, 45]);

type Read = (text: string) => CellValue;

const limited =
  (longest: number): Read =>
  (text) => {
    if (text.length > longest) throw new Refused(`is longer than ${longest} characters`, "too_long");
    return text;
  };

function dateReader(today: IsoDate): Read {
  const seen = new Set<string>();
  return (text) => {
    if (seen.has(text)) return text;
    if (!isIsoDate(text)) throw new Refused("is not a date written YYYY-MM-DD", "bad_date");
    if (text < "1900-01-01") throw new Refused("is a date before 1900", "bad_date");
    if (text > today) throw new Refused("is a date after today", "future_date");
    if (seen.size < REMEMBERED_DAYS) seen.add(text);
    return text;
  };
}

const timeForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?$/;

function timeReader(today: IsoDate): Read {
  // Written with another zone's offset, a time of today may stand under tomorrow's date.
  const latest = addDays(today, 1);
  return (text) => {
    const day = timeForm.exec(text)?.[1];
    if (day === undefined || !isIsoDate(day))
      throw new Refused("is not a time written YYYY-MM-DDThh:mm", "bad_time");
    if (day > latest) throw new Refused("is a time after today", "future_date");
    return text;
  };
}

function readYes(text: string): boolean {
  const value = yesWords.get(text.toLowerCase());
  if (value === undefined) throw new Refused("is not true or false", "bad_boolean");
  return value;
}

function readCount(text: string): number {
  const count = /^\d{1,10}$/.test(text) ? Number(text) : LARGEST_COUNT + 1;
  if (count > LARGEST_COUNT) throw new Refused("is not a whole number", "bad_number");
  return count;
}

function readMoney(text: string): string {
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(text))
    throw new Refused("is not an amount written 1234.50", "bad_number");
  return text;
}

function readAgeBand(text: string): string {
  const [, from, to, fromMonth, toMonth] = ageBandForm.exec(text.toLowerCase()) ?? [];
  if (from === undefined && fromMonth === undefined)
    throw new Refused("is no band of ages written 0-17 or 4m-11m", "bad_age_band");
  if (Number(from ?? fromMonth) > Number(to ?? toMonth))
    throw new Refused("is a band that ends before it begins", "bad_age_band");
  return text.toLowerCase();
}

function wordReader(words: WordList): (text: string) => string | null {
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    // The numbers of NCANDS are written with or without a leading zero.
    const plain = text
      .trim()
      .toLowerCase()
      .replace(/^0+(?=\d)/, "");
    const word = words.get(plain);
    if (word !== undefined) return word;
    const names = [...words.keys()].filter((name) => !/^\d+$/.test(name)).join(", ");
    throw new Refused(`is none of: ${names}`, "unknown_word");
  };
}

function valueReader({ kind }: ExtractColumn, today: IsoDate): Read {
  if (typeof kind === "object") {
    if ("word" in kind) return wordReader(kind.word);
    const read = wordReader(kind.words);
    return (text) => [
      ...new Set(text.split(";").flatMap((part) => (part.trim() === "" ? [] : (read(part) ?? [])))),
    ];
  }
  const readers: Record<typeof kind, Read> = {
    id: limited(LONGEST_ID),
    text: limited(LONGEST_TEXT),
    sealed: limited(LONGEST_SEALED),
    date: dateReader(today),
    time: timeReader(today),
    yes: readYes,
    count: readCount,
    money: readMoney,
    age_band: readAgeBand,
  };
  return readers[kind];
}

/** A reader of one column's cells: the value, null or no words for an empty cell; throws Refused for what it cannot mean. */
export function cellReader(column: ExtractColumn, today: IsoDate): Read {
  const { kind, key } = column;
  const read = valueReader(column, today);
  const isList = typeof kind === "object" && "words" in kind;
  return (raw) => {
    const text = raw.trim();
    if (text === "") {
      if (key) throw new Refused("is empty and must not be", "missing_value");
      return isList ? [] : null;
    }
    if (text.includes("\u0000")) throw new Refused("holds a NUL byte", "nul_byte");
    if (text.includes("\uFFFD")) throw new Refused("is not valid UTF-8", "broken_utf8");
    if (kind !== "sealed" && formulaStart.has(text.charCodeAt(0)) && /^[=@]|^[+-][^\d]/.test(text))
      throw new Refused("starts as a formula would", "formula_cell");
    return read(text);
  };
}
