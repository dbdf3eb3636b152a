import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { importRecords, recordReportOrigins } from "~/domain/reports/index.server";
import type { ImportCounts, RecordBatch } from "~/domain/reports/agency-record";
import { recordTables, type RecordTable } from "~/domain/reports/extract-columns";
import { isIsoDate, type IsoDate } from "~/domain/kernel/calendar";
import { systemClock } from "~/domain/kernel/clock";
import { linkPersons } from "~/domain/linkage/index.server";
import { readExtractFile, UnusableFile, type Listener, type Remark } from "~/interop/csv/read-extract-file";
import { readCommandWords, resolvePath, Unusable, type Terminal } from "./command-words";
import { asCommand, openPortal, type OpenPortal } from "./open-portal";

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
  today: IsoDate,
): AsyncGenerator<RecordBatch> {
  for (const table of tables) yield* readExtractFile(folder, table, listener, today);
}

type Listening = Listener & { refused(table: RecordTable): number };

/** Gathers remarks, and tells a person at the terminal how far it is. */
function listen(terminal: Terminal, rejected: Remark[], warnings: Remark[]): Listening {
  let told = Date.now();
  const refused = new Map<string, number>();
  return {
    refused: (table) => refused.get(`${table}.csv`) ?? 0,
    onRejected(remark: Remark) {
      refused.set(remark.file, (refused.get(remark.file) ?? 0) + 1);
      if (rejected.length < MOST_REMARKS) rejected.push(remark);
    },
    onWarning: (remark: Remark) => void warnings.push(remark),
    onRows(table: RecordTable, lines: number) {
      if (Date.now() - told < 1000) return;
      told = Date.now();
      terminal.err(`${table}: ${lines} lines\n`);
    },
  };
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

function readAsked(typed: string[]) {
  const { positionals, values } = readCommandWords(typed, {
    json: { type: "boolean" },
    jurisdiction: { type: "string" },
    "as-of": { type: "string" },
  });
  const [typedPath, ...more] = positionals;
  if (typedPath === undefined || more.length > 0)
    throw new Unusable("usage: upstream import records DIR [--jurisdiction SLUG] [--as-of DATE] [--json]");
  const asOf = values["as-of"] ?? null;
  if (asOf !== null && !isIsoDate(asOf)) throw new Unusable(`--as-of wants a date, not ${asOf}`);
  const folder = resolvePath(typedPath);
  return { ...values, asOf, folder, tables: findTables(folder, typedPath) };
}

/** Everything in one transaction: the records, where calls came from, and who is who. */
function takeRecords(portal: OpenPortal, asked: ReturnType<typeof readAsked>, listener: Listening) {
  const { asOf, folder, tables } = asked;
  const today = systemClock.today(portal.jurisdiction.timeZone);
  if (asOf !== null && asOf > today) throw new Unusable(`--as-of is after today, ${today}`);
  return asCommand(portal, "import-records", async (ctx) => {
    const imported = await importRecords(ctx, {
      source: path.basename(folder),
      dataThrough: asOf,
      batches: readAll(folder, tables, listener, today),
      refused: listener.refused,
    });
    await recordReportOrigins(ctx);
    const links = await linkPersons(ctx);
    return { ...imported, links };
  }).catch((error: unknown) => {
    throw error instanceof UnusableFile ? new Unusable(error.message) : error;
  });
}

/** `upstream import records DIR`: the agency's own records come back and are linked. */
export async function importExtract(typed: string[], terminal: Terminal): Promise<void> {
  const asked = readAsked(typed);
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  const listener = listen(terminal, rejected, warnings);
  const done = await openPortal(terminal, asked.jurisdiction, (portal) =>
    takeRecords(portal, asked, listener),
  );
  if (done.repeated > 0)
    warnings.push({
      file: asked.folder,
      line: 0,
      column: null,
      reason: `${done.repeated} lines repeat an id: the last one stands`,
      code: "repeated_id",
    });
  if (done.dataThrough === null)
    warnings.push({
      file: asked.folder,
      line: 0,
      column: null,
      reason: "no whole file of reports or removals: the date of the data stays what it was",
      code: "date_not_moved",
    });
  const report: Report = {
    imported: countOf(done.counts, "imported"),
    updated: countOf(done.counts, "updated"),
    unchanged: countOf(done.counts, "unchanged"),
    rejected,
    warnings,
  };
  const { links } = done;
  const refused = recordTables.reduce((sum, table) => sum + listener.refused(table), 0);
  terminal.err(
    `${done.dataThrough === null ? "the date of the data stays" : `data through ${done.dataThrough}`}; persons linked: ${links.linked}, unlinked: ${links.unlinked}\n`,
  );
  terminal.out(`${asked.json ? JSON.stringify(report, null, 2) : printReport(report, refused)}\n`);
}
