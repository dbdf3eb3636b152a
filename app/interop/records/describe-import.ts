import type { RemarkCode } from "~/domain/reports/remark-codes";
import path from "node:path";
import type { ImportCounts, RecordRemark } from "~/domain/reports/agency-record";
import { recordTables, type RecordTable } from "~/domain/reports/extract-columns";
import type { Remark } from "../csv/read-extract-file";
import type { Listening } from "./listen-to-records";
import type { RecordSource } from "./record-source";

type Counted = Record<RecordTable, number>;
/** What an import says of itself: contracts.md section 2. */
export type RecordsReport = {
  imported: Counted;
  updated: Counted;
  unchanged: Counted;
  rejected: Remark[];
  warnings: Remark[];
};
/** What the import of a source has answered. */
type Done = {
  counts: ImportCounts;
  repeated: number;
  dataThrough: string | null;
  standing: string | null;
  refused: RecordRemark[];
  warnings: RecordRemark[];
};

const countOf = (counts: ImportCounts, what: keyof ImportCounts[RecordTable]): Counted =>
  Object.fromEntries(recordTables.map((table) => [table, counts[table][what]])) as Counted;

/** What is said of no row: the format's own limits, repeated ids, and a date that stays. */
function wholeRemarks(source: RecordSource, { repeated, dataThrough, standing }: Done): Remark[] {
  const file = path.basename(source.files[0] ?? "");
  const told = (code: RemarkCode, reason: string): Remark => ({ file, line: 0, column: null, reason, code });
  const whole = source.lacks.map(({ lacks, measures }) =>
    told("format_blocks", `${source.format} ${lacks}: blocked on it are ${measures.join(", ")}`),
  );
  if (repeated > 0) whole.push(told("repeated_id", `${repeated} lines repeat an id: the last one stands`));
  if (dataThrough === null)
    whole.push(
      told("date_not_moved", "no whole file of reports or removals: the date of the data stays what it was"),
    );
  if (standing !== null)
    whole.push(
      told("older_extract", `an extract up to ${standing} came before: that stays the date of the data`),
    );
  return whole;
}

/** The report of an import, with every remark by the name of its file; of rows, never what a cell holds. */
export function describeImport(source: RecordSource, listener: Listening, done: Done): RecordsReport {
  const named = ({ table, ...rest }: RecordRemark): Remark => ({ file: source.fileOf(table), ...rest });
  return {
    imported: countOf(done.counts, "imported"),
    updated: countOf(done.counts, "updated"),
    unchanged: countOf(done.counts, "unchanged"),
    rejected: [...listener.rejected, ...done.refused.map(named)],
    warnings: [...listener.warnings, ...done.warnings.map(named), ...wholeRemarks(source, done)],
  };
}
