import type { IsoDate } from "~/domain/kernel/calendar";
import type { RecordBatch } from "~/domain/reports/agency-record";
import { columnsOf, type RecordTable } from "~/domain/reports/extract-columns";
import { checkExtractRow } from "../csv/check-extract-row";
import type { Listener } from "../csv/read-extract-file";
import { rowReader, type ReadRow } from "../csv/read-extract-row";

const BATCH = 2000;

/** Cells by the contract's column names. Every row of a table has the same ones: those that the format can give. */
export type Cells = Readonly<Record<string, string>>;

type Filling = {
  rows: unknown[];
  lines: number[];
  given: readonly string[];
  read: (cells: string[]) => ReadRow;
  names: string[];
};

/** Of a federal file: its name, and what its own names for the contract's columns are. */
export type FormatNames = { file: string; fieldOf(table: RecordTable, column: string): string };

/**
 * Gathers rows of several tables that one file gives, read and refused as those of the contract's own files; what is said of
 * a row names the federal field.
 */
export class BatchFiller {
  private readonly fillings = new Map<RecordTable, Filling>();
  private full: RecordBatch[] = [];

  constructor(
    private readonly format: FormatNames,
    private readonly listener: Listener,
    private readonly today: IsoDate,
  ) {}

  take(table: RecordTable, cells: Cells, line: number): void {
    const filling = this.fillingOf(table);
    if (filling.given.length === 0) filling.given = Object.keys(cells);
    const read = filling.read(filling.names.map((name) => cells[name] ?? ""));
    const { refusal, doubt } =
      "fault" in read ? { refusal: read.fault, doubt: undefined } : checkExtractRow(table, read.row);
    const fault = refusal ?? doubt;
    if (fault) {
      const column = fault.column === null ? null : this.format.fieldOf(table, fault.column);
      const remark = { file: this.format.file, line, ...fault, column };
      if (refusal) return this.listener.onRejected(remark, table);
      this.listener.onWarning(remark);
    }
    if ("fault" in read) return;
    filling.rows.push(read.row);
    filling.lines.push(line);
    if (filling.rows.length >= BATCH) this.close(table, filling);
  }

  /** The batches that are full since it was asked last. */
  *takeFull(): Generator<RecordBatch> {
    const full = this.full;
    this.full = [];
    yield* full;
  }

  /** Everything that is left, and an empty batch for a table that the file could have given and did not. */
  *takeRest(tables: readonly RecordTable[]): Generator<RecordBatch> {
    for (const table of tables) this.close(table, this.fillingOf(table));
    yield* this.takeFull();
  }

  private close(table: RecordTable, filling: Filling): void {
    const { rows, lines, given } = filling;
    this.full.push({ table, rows, lines, given } as RecordBatch);
    [filling.rows, filling.lines] = [[], []];
    this.listener.onRows?.(table, this.full.at(-1)?.lines?.at(-1) ?? 0);
  }

  private fillingOf(table: RecordTable): Filling {
    const known = this.fillings.get(table);
    if (known) return known;
    const columns = columnsOf(table).map((column, at) => ({ ...column, at }));
    const names = columns.map(({ name }) => name);
    const filling: Filling = { rows: [], lines: [], given: [], names, read: rowReader(columns, this.today) };
    this.fillings.set(table, filling);
    return filling;
  }
}
