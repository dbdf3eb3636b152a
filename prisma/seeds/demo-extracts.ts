import { recordTables } from "~/domain/reports/extract-columns";
import type { RecordBatch } from "~/domain/reports/agency-record";
import { lastKnown, type AgencyKnows } from "./agency-knows";
import { extractAsOf } from "./extract-as-of";

/** The last days of the three extracts that the invented agency handed over, oldest first. */
export const demoExtractDays = ["2026-05-15", "2026-08-15", lastKnown] as const;

/** An extract's rows by file, in the order of the contract. */
export function demoExtract(all: AgencyKnows, asOf: string): RecordBatch[] {
  const known = extractAsOf(all, asOf);
  return recordTables.map((table) => ({ table, rows: known[table] }) as RecordBatch);
}
