import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse";
import type { IsoDate } from "~/domain/kernel/calendar";
import type { RecordBatch } from "~/domain/reports/agency-record";
import { columnsOf, type RecordTable } from "~/domain/reports/extract-columns";
import { unkeptColumns } from "~/domain/reports/extract-files";
import { readExtractRow, type PlacedColumn, type RowFault } from "./read-extract-row";

/** A file that cannot be used at all: nothing of the whole import is kept. */
export class UnusableFile extends Error {}

export type Remark = RowFault & { file: string; line: number };
export type Listener = {
  onRejected(remark: Remark): void;
  onWarning(remark: Remark): void;
  onRows?(table: RecordTable, lines: number): void;
};

const BATCH = 2000;
const LONGEST_RECORD = 1_000_000;

type Line = { line: number; cells: string[] };

/** The records of a CSV file, each with the line it ends on. Throws UnusableFile for what is no CSV. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    // The line number travels as a last cell: the parser's own way of giving it doubles the time.
    on_record: (cells: string[], context: { lines: number }) => [...cells, String(context.lines)],
  });
  const source = createReadStream(file);
  source.once("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const record of parser) {
      const cells = record as string[];
      const line = Number(cells.pop());
      yield { line, cells };
    }
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "";
    const words =
      why === "CSV_QUOTE_NOT_CLOSED"
        ? "ends inside a quoted cell: it was cut off"
        : `cannot be read as CSV (${why})`;
    throw new UnusableFile(`${path.basename(file)} ${words}. Nothing was changed.`);
  }
}

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
  const placed = columnsOf(table).map((column) => ({ ...column, at: names.indexOf(column.name) }));
  const lacking = placed.filter((column) => column.key && column.at < 0).map((column) => column.name);
  if (lacking.length > 0)
    throw new UnusableFile(
      `${file} has a wrong header: no column ${lacking.join(", ")}. Nothing was changed.`,
    );
  const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new UnusableFile(`${file} has a wrong header: one column stands twice. Nothing was changed.`);
  const warn = (column: string, reason: string, code: string): void =>
    listener.onWarning({ file, line: 1, column, reason, code });
  const known = new Set(placed.map((column) => column.name));
  for (const name of names)
    if (!known.has(name) && !unkeptColumns.has(name))
      warn(name, "is not a column of the contract: ignored", "unknown_column");
  for (const column of placed)
    if (column.at < 0 && !column.optional)
      warn(column.name, "is not in the file: taken as missing", "missing_column");
  return placed;
}

/**
 * Streams one extract file as batches of checked rows; no more than one batch is held. Refused rows go to the listener.
 * Throws UnusableFile for a wrong header, a cell beyond 1 MB, or a file that was cut off in the middle of a line.
 */
export async function* readExtractFile(
  folder: string,
  table: RecordTable,
  listener: Listener,
  today: IsoDate,
): AsyncGenerator<RecordBatch> {
  const file = `${table}.csv`;
  const isWhole = await endsWithNewline(path.join(folder, file));
  let columns: PlacedColumn[] | undefined;
  let width = 0;
  let rows: unknown[] = [];
  let short: Line | undefined;
  for await (const line of readLines(path.join(folder, file))) {
    if (!columns) {
      columns = placeColumns(file, table, line, listener);
      width = line.cells.length;
      continue;
    }
    if (short) refuseWidth(file, width, short, listener);
    short = line.cells.length === width ? undefined : line;
    if (short) continue;
    const read = readExtractRow(columns, line.cells, today);
    const fault = "fault" in read ? read.fault : checkRow(table, read.row);
    if (fault) listener.onRejected({ file, line: line.line, ...fault });
    else if ("row" in read) rows.push(read.row);
    if (rows.length < BATCH) continue;
    listener.onRows?.(table, line.line);
    yield { table, rows } as RecordBatch;
    rows = [];
  }
  if (!columns) throw new UnusableFile(`${file} is empty: not even a header. Nothing was changed.`);
  if (short && !isWhole)
    throw new UnusableFile(`${file} was cut off: line ${short.line} is not whole. Nothing was changed.`);
  if (short) refuseWidth(file, width, short, listener);
  if (rows.length > 0) yield { table, rows } as RecordBatch;
}

function refuseWidth(file: string, width: number, line: Line, listener: Listener): void {
  const reason = `has ${line.cells.length} cells, the header has ${width}`;
  listener.onRejected({ file, line: line.line, column: null, reason, code: "wrong_cell_count" });
}

/** Rules that look at two cells of a row. */
function checkRow(table: RecordTable, row: Record<string, unknown>): RowFault | null {
  const before = (one: string, two: string): boolean =>
    typeof row[one] === "string" && typeof row[two] === "string" && row[one] < row[two];
  if (table === "removals" && before("exitDate", "entryDate")) {
    return { column: "exit_date", reason: "is before the entry date", code: "exit_before_entry" };
  }
  return null;
}
