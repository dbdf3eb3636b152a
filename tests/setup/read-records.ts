import type { RecordTable } from "../../app/domain/reports/extract-columns";
import type { Remark } from "../../app/interop/csv/read-extract-file";
import { openRecords } from "../../app/interop/records/open-records";

export type ReadRecords = {
  rows: Partial<Record<RecordTable, unknown[]>>;
  rejected: Remark[];
  warnings: Remark[];
  format: string;
  asOf: string | null;
};

/** Everything that a file or folder of records gives, read to its end on 2026-11-20. */
export async function readRecords(found: string): Promise<ReadRecords> {
  const source = await openRecords(found);
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  const listener = {
    onRejected: (remark: Remark) => void rejected.push(remark),
    onWarning: (remark: Remark) => void warnings.push(remark),
  };
  const rows: ReadRecords["rows"] = {};
  for await (const batch of source.read(listener, "2026-11-20"))
    (rows[batch.table] ??= []).push(...batch.rows);
  return { rows, rejected, warnings, format: source.format, asOf: source.asOf };
}
