import type { RecordTable } from "~/domain/reports/extract-columns";
import type { Listener, Remark } from "../csv/read-extract-file";

/** What is kept of refused and of doubtful rows each; the count goes on. */
const MOST_REMARKS = 100_000;

export type Listening = Listener & {
  rejected: Remark[];
  warnings: Remark[];
  /** Lines of a table that were refused so far. */
  refused(table: RecordTable): number;
  /** Those of them that were refused for one reason. */
  refusedFor(table: RecordTable, code: string): number;
};

/** Gathers what is said of the rows of an import; `tell` hears how far a table is. */
export function listenToRecords(tell: (table: RecordTable, lines: number) => void): Listening {
  const refused = new Map<string, number>();
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  const keep = (kept: Remark[], remark: Remark): void => {
    if (kept.length < MOST_REMARKS) kept.push(remark);
  };
  return {
    rejected,
    warnings,
    refused: (table) => refused.get(table) ?? 0,
    refusedFor: (table, code) => refused.get(`${table} ${code}`) ?? 0,
    onRejected(remark, table) {
      for (const key of [table, `${table} ${remark.code}`]) refused.set(key, (refused.get(key) ?? 0) + 1);
      keep(rejected, remark);
    },
    onWarning: (remark) => keep(warnings, remark),
    onRows: tell,
  };
}
