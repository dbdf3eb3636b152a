import { existsSync } from "node:fs";
import path from "node:path";
import { importRecords, recordReportOrigins } from "~/domain/reports/index.server";
import type { ImportCounts, RecordRemark } from "~/domain/reports/agency-record";
import { recordTables, type RecordTable } from "~/domain/reports/extract-columns";
import { isIsoDate } from "~/domain/kernel/calendar";
import { systemClock } from "~/domain/kernel/clock";
import { linkPersons } from "~/domain/linkage/index.server";
import { UnusableFile } from "~/interop/csv/read-csv-lines";
import type { Remark } from "~/interop/csv/read-extract-file";
import { describeFiles } from "~/interop/records/describe-files";
import { openRecords } from "~/interop/records/open-records";
import type { RecordSource } from "~/interop/records/record-source";
import { readCommandWords, resolvePath, Unusable, type Terminal } from "./command-words";
import { listenToImport, type Listening } from "./listen-to-import";
import { asCommand, openPortal, type OpenPortal } from "./open-portal";

type Counted = Record<RecordTable, number>;
type Report = {
  imported: Counted;
  updated: Counted;
  unchanged: Counted;
  rejected: Remark[];
  warnings: Remark[];
};

const countOf = (counts: ImportCounts, what: keyof ImportCounts[RecordTable]): Counted =>
  Object.fromEntries(recordTables.map((table) => [table, counts[table][what]])) as Counted;

function printReport(report: Report, refused: number, extract: number): string {
  const line = (table: RecordTable): string =>
    `${table}: ${report.imported[table]} imported, ${report.updated[table]} updated, ${report.unchanged[table]} unchanged`;
  const remark = (r: Remark): string =>
    `  ${r.file}${r.line > 0 ? ` line ${r.line}` : ""}${r.column ? `, ${r.column}` : ""}: ${r.reason} (${r.code})`;
  const part = (name: string, n: number, remarks: Remark[]): string[] =>
    n === 0 ? [] : [`${name}: ${n}`, ...remarks.slice(0, 50).map(remark)];
  return [
    `extract ${extract}`,
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
    throw new Unusable("usage: upstream import records PATH [--jurisdiction SLUG] [--as-of DATE] [--json]");
  const asOf = values["as-of"] ?? null;
  if (asOf !== null && !isIsoDate(asOf)) throw new Unusable(`--as-of wants a date, not ${asOf}`);
  const found = resolvePath(typedPath);
  if (!existsSync(found)) throw new Unusable(`no such directory or file: ${typedPath}`);
  return { ...values, asOf, found };
}

type Asked = ReturnType<typeof readAsked> & { source: RecordSource };

/** Everything in one transaction: the records, where calls came from, and who is who. */
function takeRecords(portal: OpenPortal, { asOf, found, source }: Asked, listener: Listening) {
  const today = systemClock.today(portal.jurisdiction.timeZone);
  if (asOf !== null && asOf > today) throw new Unusable(`--as-of is after today, ${today}`);
  const saidByFile = source.asOf !== null && source.asOf <= today ? source.asOf : null;
  return asCommand(portal, "import-records", async (ctx) => {
    const { format, files, lacks } = source;
    const imported = await importRecords(ctx, {
      source: path.basename(found),
      dataThrough: asOf ?? saidByFile,
      batches: source.read(listener, today),
      refused: listener.refused,
      origin: { format, lacks, files: await describeFiles(files) },
    });
    await recordReportOrigins(ctx);
    const links = await linkPersons(ctx);
    return { ...imported, links };
  });
}

/** What is said of no row: the format's own limits, repeated ids, and a date that stays. */
function wholeRemarks(
  source: RecordSource,
  done: { repeated: number; dataThrough: string | null },
): Remark[] {
  const file = path.basename(source.files[0] ?? "");
  const told = (code: string, reason: string): Remark => ({ file, line: 0, column: null, reason, code });
  const blocked = source.lacks.map(({ lacks, measures }) =>
    told("format_blocks", `${source.format} ${lacks}: blocked on it are ${measures.join(", ")}`),
  );
  if (done.repeated > 0)
    blocked.push(told("repeated_id", `${done.repeated} lines repeat an id: the last one stands`));
  if (done.dataThrough === null)
    blocked.push(
      told("date_not_moved", "no whole file of reports or removals: the date of the data stays what it was"),
    );
  return blocked;
}

/** `upstream import records PATH`: the agency's own records come back and are linked. */
export async function importExtract(typed: string[], terminal: Terminal): Promise<void> {
  const asUnusable = (error: unknown): never => {
    throw error instanceof UnusableFile ? new Unusable(error.message) : error;
  };
  const words = readAsked(typed);
  const asked: Asked = { ...words, source: await openRecords(words.found).catch(asUnusable) };
  const { source } = asked;
  const listener = listenToImport(terminal);
  const done = await openPortal(terminal, asked.jurisdiction, (portal) =>
    takeRecords(portal, asked, listener),
  ).catch(asUnusable);
  const named = ({ table, ...rest }: RecordRemark): Remark => ({ file: source.fileOf(table), ...rest });
  const report: Report = {
    imported: countOf(done.counts, "imported"),
    updated: countOf(done.counts, "updated"),
    unchanged: countOf(done.counts, "unchanged"),
    rejected: [...listener.rejected, ...done.refused.map(named)],
    warnings: [...listener.warnings, ...done.warnings.map(named), ...wholeRemarks(source, done)],
  };
  const refused = recordTables.reduce(
    (sum, table) => sum + listener.refused(table) + (done.refusedRows.get(table) ?? 0),
    0,
  );
  const { links } = done;
  terminal.err(
    `${done.dataThrough === null ? "the date of the data stays" : `data through ${done.dataThrough}`}; persons linked: ${links.linked}, unlinked: ${links.unlinked}\n`,
  );
  terminal.out(
    `${asked.json ? JSON.stringify(report, null, 2) : printReport(report, refused, done.extract)}\n`,
  );
}
