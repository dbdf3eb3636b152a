import type { RecordTable } from "~/domain/reports/extract-columns";
import type { Listener, Remark } from "~/interop/csv/read-extract-file";
import type { Terminal } from "./command-words";

/** What is kept of refused and of doubtful rows each; the count goes on. */
const MOST_REMARKS = 100_000;
const TOLD_EVERY_MS = 1000;

export type Listening = Listener & {
  rejected: Remark[];
  warnings: Remark[];
  /** Lines of a table that were refused so far. */
  refused(table: RecordTable): number;
};

/** Gathers remarks, and tells a person at the terminal how far it is. */
export function listenToImport(terminal: Terminal): Listening {
  let told = Date.now();
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
    onRows(table, lines) {
      if (Date.now() - told < TOLD_EVERY_MS) return;
      told = Date.now();
      terminal.err(`${table}: ${lines} lines\n`);
    },
  };
}
