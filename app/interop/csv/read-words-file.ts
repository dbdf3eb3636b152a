import { parse } from "csv-parse/sync";
import { rearmFormula } from "./disarm-formula";

/** The columns of a file for a translator; `where` is for reading alone. */
export const wordsColumns = ["key", "where", "english", "spanish"] as const;
export type WordsRow = { line: number; key: string; english: string; spanish: string };
/** A file that is no such table: why. */
export type WordsFile = { rows: WordsRow[] } | { problem: "csv" | "columns" | "empty" | "too_many" };

const mostRows = 2_000;

/** Spreadsheets write UTF-8, or the signs of Windows where nobody asks for it. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Spreadsheets of some languages put semicolons between cells. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => header.split(sign).length;
  return [";", "\t"].find((sign) => count(sign) > count(",")) ?? ",";
}

/** Reads a translator's file, each row with its line. Cells that were disarmed as formulas are as they were. Never throws. */
export function readWordsFile(bytes: Uint8Array): WordsFile {
  const text = textOf(bytes);
  if (text.trim() === "") return { problem: "empty" };
  if (text.includes("\0")) return { problem: "csv" };
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    lines = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof lines;
  } catch {
    return { problem: "csv" };
  }
  const [header, ...rest] = lines;
  const names = header?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const [key, , english, spanish] = wordsColumns.map((name) => names.indexOf(name));
  if (key === undefined || english === undefined || spanish === undefined) return { problem: "columns" };
  if ([key, english, spanish].some((at) => at < 0)) return { problem: "columns" };
  if (rest.length > mostRows) return { problem: "too_many" };
  const cell = (record: string[], at: number) => rearmFormula(record[at] ?? "").trim();
  return {
    rows: rest.map(({ record, info }) => ({
      line: info.lines,
      ...{ key: cell(record, key), english: cell(record, english), spanish: cell(record, spanish) },
    })),
  };
}
