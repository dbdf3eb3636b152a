import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { importRecords, recordReportOrigins } from "~/domain/reports/index.server";
import type { ImportCounts, RecordBatch } from "~/domain/reports/agency-record";
import { recordTables, type RecordTable } from "~/domain/reports/extract-columns";
import { isIsoDate } from "~/domain/kernel/calendar";
import { linkPersons } from "~/domain/linkage/index.server";
import { readExtractFile, UnusableFile, type Listener, type Remark } from "~/interop/csv/read-extract-file";
import { readCommandWords, resolvePath, runCommand, Unusable } from "./command-words";
import { asCommand, openPortal } from "./open-portal";

/** What is kept of refused rows; the count goes on. */
const MOST_REMARKS = 100_000;

type Report = {
  imported: Record<RecordTable, number>;
  updated: Record<RecordTable, number>;
  unchanged: Record<RecordTable, number>;
  rejected: Remark[];
  warnings: Remark[];
};

function findTables(folder: string, typedPath: string): RecordTable[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Unusable(`no such directory: ${typedPath}`);
  const found = recordTables.filter((table) => existsSync(path.join(folder, `${table}.csv`)));
  if (found.length === 0) throw new Unusable(`no children.csv, reports.csv or removals.csv in ${typedPath}`);
  return found;
}

async function* readAll(
  folder: string,
  tables: RecordTable[],
  listener: Listener,
): AsyncGenerator<RecordBatch> {
  for (const table of tables) yield* readExtractFile(folder, table, listener);
}

/** Gathers remarks, and tells a person at the terminal how far it is. */
function listen(rejected: Remark[], warnings: Remark[]): Listener & { refused: number } {
  let told = Date.now();
  const listener = {
    refused: 0,
    onRejected(remark: Remark) {
      listener.refused += 1;
      if (rejected.length < MOST_REMARKS) rejected.push(remark);
    },
    onWarning: (remark: Remark) => void warnings.push(remark),
    onRows(table: RecordTable, lines: number) {
      if (Date.now() - told < 1000) return;
      told = Date.now();
      process.stderr.write(`${table}: ${lines} lines\n`);
    },
  };
  return listener;
}

function countOf(counts: ImportCounts, what: keyof ImportCounts[RecordTable]): Record<RecordTable, number> {
  return { children: counts.children[what], reports: counts.reports[what], removals: counts.removals[what] };
}

function printReport(report: Report, refused: number): string {
  const line = (table: RecordTable): string =>
    `${table}: ${report.imported[table]} imported, ${report.updated[table]} updated, ${report.unchanged[table]} unchanged`;
  const remark = (r: Remark): string =>
    `  ${r.file} line ${r.line}${r.column ? `, ${r.column}` : ""}: ${r.reason} (${r.code})`;
  const part = (name: string, n: number, remarks: Remark[]): string[] =>
    n === 0 ? [] : [`${name}: ${n}`, ...remarks.slice(0, 50).map(remark)];
  return [
    ...recordTables.map(line),
    ...part("refused rows", refused, report.rejected),
    ...part("warnings", report.warnings.length, report.warnings),
  ].join("\n");
}

await runCommand(async () => {
  const typed = readCommandWords(process.argv.slice(2), ["json"], ["jurisdiction", "as-of"]);
  const [typedPath, ...more] = typed.words;
  if (typedPath === undefined || more.length > 0)
    throw new Unusable("usage: upstream import records DIR [--jurisdiction SLUG] [--as-of DATE] [--json]");
  const asOf = typed.options.get("as-of") ?? null;
  if (asOf !== null && !isIsoDate(asOf)) throw new Unusable(`--as-of wants a date, not ${asOf}`);
  const folder = resolvePath(typedPath);
  const tables = findTables(folder, typedPath);
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  const listener = listen(rejected, warnings);
  await openPortal(typed.options.get("jurisdiction"), async (portal) => {
    try {
      const done = await asCommand(portal, "import-records", async (ctx) => {
        const imported = await importRecords(ctx, {
          source: path.basename(folder),
          dataThrough: asOf,
          batches: readAll(folder, tables, listener),
        });
        await recordReportOrigins(ctx);
        const links = await linkPersons(ctx);
        return { ...imported, links };
      });
      if (done.repeated > 0)
        warnings.push({
          file: folder,
          line: 0,
          column: null,
          reason: `${done.repeated} lines repeat an id: the last one stands`,
          code: "repeated_id",
        });
      const report: Report = {
        imported: countOf(done.counts, "imported"),
        updated: countOf(done.counts, "updated"),
        unchanged: countOf(done.counts, "unchanged"),
        rejected,
        warnings,
      };
      process.stderr.write(
        `data through ${done.dataThrough}; persons linked: ${done.links.linked}, unlinked: ${done.links.unlinked}\n`,
      );
      process.stdout.write(
        `${typed.options.has("json") ? JSON.stringify(report, null, 2) : printReport(report, listener.refused)}\n`,
      );
    } catch (error) {
      throw error instanceof UnusableFile ? new Unusable(error.message) : error;
    }
  });
});
