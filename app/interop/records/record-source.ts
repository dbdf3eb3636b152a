import type { IsoDate } from "~/domain/kernel/calendar";
import type { RecordBatch } from "~/domain/reports/agency-record";
import type { RecordTable } from "~/domain/reports/extract-columns";
import type { ExtractLack } from "~/domain/reports/extract-origin";
import type { Place } from "./check-place";
import type { Listener } from "../csv/read-extract-file";

/** Records of an agency in a form that was recognised, not read yet. */
export type RecordSource = {
  /** "csv", "NCANDS Child File (312 characters a line)", ...: what it was taken for. */
  format: string;
  files: readonly string[];
  /** The file that gives a table's rows. */
  fileOf(table: RecordTable): string;
  /** The last day that the file itself says it covers; null where it does not. */
  asOf: IsoDate | null;
  lacks: readonly ExtractLack[];
  /** Rows that say that they are of another place are refused; a file of none but such is UnusableFile. */
  read(listener: Listener, today: IsoDate, place?: Place): AsyncGenerator<RecordBatch>;
};
