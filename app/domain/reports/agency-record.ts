import type { RemarkCode } from "./remark-codes";
import type { RecordOf, RecordTable } from "./extract-columns";

/** Rows of the agency's extract after reading; of a report, `reporter` and `narrative` go to protected.report_secret and nowhere else. */
export type ReportRecord = RecordOf<"reports">;

/**
 * Rows of one table, in the order of their file; `lines` says for each where it ends in that file, from 1. `given`: the
 * columns that the file has, all where it is not said; what it does not have stays as an earlier extract gave it.
 */
export type RecordBatch = {
  [T in RecordTable]: { table: T; rows: RecordOf<T>[]; lines?: readonly number[]; given?: readonly string[] };
}[RecordTable];

/** Rows by table: contracts.md section 2. */
export type ImportCounts = Record<RecordTable, { imported: number; updated: number; unchanged: number }>;

/** What is said of one row or file, and never what a cell holds. `line` 0: of the file as a whole. */
export type RecordRemark = {
  table: RecordTable;
  line: number;
  column: string | null;
  reason: string;
  code: RemarkCode;
};
