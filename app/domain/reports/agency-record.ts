import type { RecordOf, RecordTable } from "./extract-columns";

/** Rows of the agency's extract after reading; of a report, `reporter` and `narrative` go to protected.report_secret and nowhere else. */
export type ChildRecord = RecordOf<"children">;
export type ReportRecord = RecordOf<"reports">;
export type RemovalRecord = RecordOf<"removals">;

export type RecordBatch = { [T in RecordTable]: { table: T; rows: RecordOf<T>[] } }[RecordTable];

/** Rows by table: contracts.md section 2. */
export type ImportCounts = Record<RecordTable, { imported: number; updated: number; unchanged: number }>;
