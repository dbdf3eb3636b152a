import type { RecordTable } from "~/domain/reports/extract-columns";
import type { Listener, Remark } from "../csv/read-extract-file";

/** What is kept of refused and of doubtful rows each; the count goes on. */
const MOST_REMARKS = 100_000;

export type Listening = Listener & {
  rejected: Remark[];
  warnings: Remark[];
  /** Lines of a table that were refused so far. */
  refused(table: RecordTable): number;
};

/** Gathers what is said of the rows of an import; `tell` hears how far a table is. */
export function listenToRecords(tell: (table: RecordTable, lines: number) => void): Listening {
  const refused = new Map<RecordTable, number>();
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  const keep = (kept: Remark[], remark: Remark): void => {
    if (kept.length < MOST_REMARKS) kept.push(remark);
  };
  return {
    rejected,
    warnings,
    refused: (table) => refused.get(table) ?? 0,
    onRejected(remark, table) {
      refused.set(table, (refused.get(table) ?? 0) + 1);
      keep(rejected, remark);
    },
    onWarning: (remark) => keep(warnings, remark),
    onRows: tell,
  };
}
