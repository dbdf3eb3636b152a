import type { RemarkCode } from "~/domain/reports/remark-codes";
import { open } from "node:fs/promises";
import path from "node:path";
import type { IsoDate } from "~/domain/kernel/calendar";
import type { RecordBatch } from "~/domain/reports/agency-record";
import { columnsOf, type RecordTable } from "~/domain/reports/extract-columns";
import { checkExtractRow } from "./check-extract-row";
import { readCsvLines, UnusableFile, type Line } from "./read-csv-lines";
import { rowReader, type PlacedColumn, type ReadRow, type RowFault } from "./read-extract-row";

export type Remark = RowFault & { file: string; line: number };
export type Listener = {
  onRejected(remark: Remark, table: RecordTable): void;
  onWarning(remark: Remark): void;
  onRows?(table: RecordTable, lines: number): void;
};

const BATCH = 5000;

async function endsWithNewline(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size === 0) return true;
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, size - 1);
    return last[0] === 10 || last[0] === 13;
  } finally {
    await handle.close();
  }
}

/** Finds each column of the contract in the header; throws UnusableFile when a key column is not there. */
function placeColumns(file: string, table: RecordTable, header: Line, listener: Listener): PlacedColumn[] {
  const names = header.cells.map((name) => name.trim().toLowerCase());
  if (names.some((name) => name.includes("\u0000") || name.includes("\uFFFD")))
    throw new UnusableFile(
      file,
      'is not UTF-8 (a spreadsheet\'s "Unicode text" is UTF-16): save it as UTF-8',
    );
  const placed = columnsOf(table).map((column) => ({ ...column, at: names.indexOf(column.name) }));
  const lacking = placed.filter((column) => column.key && column.at < 0).map((column) => column.name);
  if (lacking.length > 0) throw new UnusableFile(file, `has a wrong header: no column ${lacking.join(", ")}`);
  const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
  if (twice !== undefined) throw new UnusableFile(file, "has a wrong header: one column stands twice");
  const warn = (column: string, reason: string, code: RemarkCode): void =>
    listener.onWarning({ file, line: 1, column, reason, code });
  const known = new Set(placed.map((column) => column.name));
  for (const name of names)
    if (!known.has(name)) warn(name, "is not a column of the contract: ignored", "unknown_column");
  for (const column of placed)
    if (column.at < 0 && !column.optional)
      warn(column.name, "is not in the file: what earlier extracts gave stays", "missing_column");
  return placed;
}

/** Reads the lines of one file, one after another, into batches. */
class ExtractReading {
  private rows: unknown[] = [];
  private lines: number[] = [];
  private read: ((cells: string[]) => ReadRow) | null = null;
  private given: readonly string[] = [];
  private width = 0;
  /** A line of another width: whether it was cut off is known when it is the last. */
  private short: Line | null = null;

  constructor(
    private readonly file: string,
    private readonly table: RecordTable,
    private readonly listener: Listener,
    private readonly today: IsoDate,
  ) {}

  /** Takes a line; answers a batch when one is full. */
  take(line: Line): RecordBatch | null {
    if (!this.read) {
      const placed = placeColumns(this.file, this.table, line, this.listener);
      this.given = placed.flatMap(({ name, at }) => (at < 0 ? [] : [name]));
      this.read = rowReader(placed, this.today);
      this.width = line.cells.length;
      return null;
    }
    this.refuseShort();
    if (line.cells.length === this.width) this.takeRow(this.read(line.cells), line.line);
    else this.short = line;
    if (this.rows.length < BATCH) return null;
    this.listener.onRows?.(this.table, line.line);
    return this.batch();
  }

  end(isWhole: boolean): RecordBatch {
    if (!this.read) throw new UnusableFile(this.file, "is empty: not even a header");
    if (this.short && !isWhole)
      throw new UnusableFile(this.file, `was cut off: line ${this.short.line} is not whole`);
    this.refuseShort();
    if (!isWhole) this.warnOfEnd();
    return this.batch();
  }

  /** Where it was cut inside its last cell, the line looks whole. */
  private warnOfEnd(): void {
    const reason = "has no line break at its end: see that the last line is whole";
    this.listener.onWarning({ file: this.file, line: 0, column: null, reason, code: "no_final_line_break" });
  }

  private takeRow(read: ReadRow, line: number): void {
    const { file, table } = this;
    if ("fault" in read) return this.listener.onRejected({ file, line, ...read.fault }, table);
    const { refusal, doubt } = checkExtractRow(table, read.row);
    if (refusal) return this.listener.onRejected({ file, line, ...refusal }, table);
    if (doubt) this.listener.onWarning({ file, line, ...doubt });
    this.rows.push(read.row);
    this.lines.push(line);
  }

  private refuseShort(): void {
    if (!this.short) return;
    const reason = `has ${this.short.cells.length} cells, the header has ${this.width}`;
    const { file, table, short } = this;
    this.listener.onRejected(
      { file, line: short.line, column: null, reason, code: "wrong_cell_count" },
      table,
    );
    this.short = null;
  }

  private batch(): RecordBatch {
    const { table, rows, lines, given } = this;
    const batch = { table, rows, lines, given } as RecordBatch;
    [this.rows, this.lines] = [[], []];
    return batch;
  }
}

/**
 * Streams one extract file as batches of checked rows; no more than one batch is held. Refused rows go to the listener, with
 * what is doubtful in a row that stays. Throws UnusableFile for a wrong header, another encoding, a record beyond a million
 * characters, or a file that was cut off in the middle of a line.
 */
export async function* readExtractFile(
  folder: string,
  table: RecordTable,
  listener: Listener,
  today: IsoDate,
): AsyncGenerator<RecordBatch> {
  const file = `${table}.csv`;
  const isWhole = await endsWithNewline(path.join(folder, file));
  const reading = new ExtractReading(file, table, listener, today);
  for await (const lines of readCsvLines(path.join(folder, file)))
    for (const line of lines) {
      const batch = reading.take(line);
      if (batch) yield batch;
    }
  yield reading.end(isWhole);
}
