import { pipeline, type Readable } from "node:stream";
import iconv from "iconv-lite";
import { CsvRecords, type CsvRecord } from "./csv-records";
import { guessEncoding } from "./guess-encoding";
import { type ImportNote, UnusableFiles } from "./import-report";
import type { PackageFiles } from "./package-files";

export interface CsvFile {
  file: string;
  /** Column names, in order; an empty text for one that is to be passed over. */
  header: string[];
  records: CsvRecord[];
}
export interface Notes {
  reject(note: ImportNote): void;
  warn(note: ImportNote): void;
  passed?(characters: number): void;
}

/** The file as text. What is not UTF-8 is decoded by the best guess, with a warning that names it; else refused. */
async function openText(files: PackageFiles, file: string, notes: Notes): Promise<Readable> {
  const guess = await guessEncoding(await files.open(file));
  if (guess === null || guess === "mixed")
    throw new UnusableFiles(
      `${file}: not UTF-8 text${guess === "mixed" ? " throughout" : ""}, nor another encoding that makes sense of it. Save the file as UTF-8 and try again.`,
    );
  const bytes = await files.open(file);
  if (guess === "utf-8") return bytes.setEncoding("utf8");
  const reason = `not UTF-8; read as ${guess}, which is a guess`;
  notes.warn({ file, line: null, column: null, reason, code: "guessed_encoding" });
  // Errors reach the reader of the last stream.
  return pipeline(
    bytes,
    iconv.decodeStream(guess === "latin-1" ? "windows-1252" : guess) as unknown as NodeJS.ReadWriteStream,
    () => undefined,
  ) as unknown as Readable;
}

function readHeader(file: string, record: CsvRecord): string[] {
  const names = record.cells.map((name) =>
    name
      .replace(/^(\uFEFF|ï»¿)/, "")
      .trim()
      .toLowerCase(),
  );
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice) throw new UnusableFiles(`${file}: wrong header, ${twice.slice(0, 60)} stands there twice.`);
  return names;
}

/**
 * Rows that can be used: a spreadsheet leaves out empty cells at a row's end, adds some, and saves rows of commas alone. A row with
 * more than the header has, or with text after a closing quote, is refused by its line.
 */
function sound(file: string, header: string[], records: CsvRecord[], notes: Notes): CsvRecord[] {
  return records.flatMap((record): CsvRecord[] => {
    const { cells, line, broken } = record;
    if (cells.length === header.length && !broken && cells[0] !== "") return [record];
    if (!broken && cells.every((cell) => cell.trim() === "")) return [];
    const own = cells.slice(0, header.length);
    const more = cells.slice(header.length).some((cell) => cell.trim() !== "");
    if (!broken && !more)
      return [{ ...record, cells: [...own, ...Array<string>(header.length - own.length).fill("")] }];
    const reason = broken
      ? "text stands after a closing quote"
      : `${cells.length} cells where the header has ${header.length}`;
    notes.reject({ file, line, column: null, reason, code: broken ? "quotes" : "columns" });
    return [];
  });
}

/** The text of a file from its first piece on: without the mark that some programs put before everything, each line ended by LF. */
function plainEnds(): (piece: string) => string {
  let onlyReturns: boolean | null = null;
  return (piece) => {
    const text = onlyReturns === null ? piece.replace(/^\uFEFF/, "") : piece;
    // Lines of an old Mac, and of Excel's "CSV (Macintosh)", end with CR alone.
    onlyReturns ??= text.includes("\r") && !text.includes("\n");
    return onlyReturns ? text.replaceAll("\r", "\n") : text;
  };
}

/**
 * The rows of one CSV file in pieces, streamed. Throws UnusableFiles for a file that cannot be used at all: empty, cut off,
 * in no known encoding, a column twice.
 */
export async function* readCsvFile(files: PackageFiles, file: string, notes: Notes): AsyncGenerator<CsvFile> {
  const parser = new CsvRecords(file);
  const text = await openText(files, file, notes);
  let header: string[] | null = null;
  let last = "\n";
  let held: CsvRecord[] = [];
  const ends = plainEnds();
  const take = (records: CsvRecord[]): CsvFile | null => {
    if (header === null) {
      const [first, ...others] = records;
      if (!first) return null;
      header = readHeader(file, first);
      records = others;
    }
    return { file, header, records: sound(file, header, records, notes) };
  };
  for await (const piece of text as AsyncIterable<string>) {
    if (piece === "") continue;
    last = piece.at(-1) ?? last;
    notes.passed?.(piece.length);
    const batch = take(held);
    held = parser.push(ends(piece), false);
    if (batch) yield batch;
  }
  held.push(...parser.push("", true));
  const tail = held.at(-1);
  const width = (header as string[] | null)?.length ?? held[0]?.cells.length ?? 0;
  if (tail && last !== "\n" && last !== "\r" && tail.cells.length < width)
    throw new UnusableFiles(`${file}: not readable as CSV, the last line (${tail.line}) is cut off.`);
  const batch = take(held);
  if (batch) yield batch;
  if (header === null) throw new UnusableFiles(`${file}: empty, without even a header.`);
}
