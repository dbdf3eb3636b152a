import { existsSync } from "node:fs";
import path from "node:path";
import { recordTables, type RecordTable } from "~/domain/reports/extract-columns";
import { startRecordsRun } from "~/domain/reports/index.server";
import { isIsoDate } from "~/domain/kernel/calendar";
import { systemClock } from "~/domain/kernel/clock";
import { newId } from "~/domain/kernel/ids";
import { UnusableFile } from "~/interop/csv/read-csv-lines";
import type { Remark } from "~/interop/csv/read-extract-file";
import type { RecordsReport } from "~/interop/records/describe-import";
import { besideImport } from "~/worker/beside-import.server";
import { type RecordsDone, runRecords } from "~/worker/run-records.server";
import { readCommandWords, resolvePath, Unusable, type Terminal } from "./command-words";
import { openPortal, type OpenPortal } from "./open-portal";

const TOLD_EVERY_MS = 1000;

function printReport(report: RecordsReport, refused: number, extract: number): string {
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

type Asked = ReturnType<typeof readAsked>;

/** Tells a person at the terminal how far a file is, once a second at most. */
function tellProgress(terminal: Terminal): (file: string, lines: number) => void {
  let told = Date.now();
  return (file, lines) => {
    if (Date.now() - told < TOLD_EVERY_MS) return;
    told = Date.now();
    terminal.err(`${file}: ${lines} lines\n`);
  };
}

async function takeIn({ jurisdiction }: OpenPortal, asked: Asked, terminal: Terminal): Promise<RecordsDone> {
  const { id: jurisdictionId, timeZone } = jurisdiction;
  const { asOf, found } = asked;
  const today = systemClock.today(timeZone);
  if (asOf !== null && asOf > today) throw new Unusable(`--as-of is after today, ${today}`);
  const runId = newId();
  const source = path.basename(found).slice(0, 200);
  await besideImport(jurisdictionId, (ctx) =>
    startRecordsRun(ctx, { id: runId, source, fileName: source, asOf: asOf ?? "", queued: false }),
  );
  const done = await runRecords({
    ...{ jurisdictionId, runId, timeZone, source, asOf, where: found },
    progress: tellProgress(terminal),
  });
  if (!done) throw new Error("This import was stopped, or another process has taken it over.");
  return done;
}

/** `upstream import records PATH`: the agency's own records come back and are linked. */
export async function importExtract(typed: string[], terminal: Terminal): Promise<void> {
  const asked = readAsked(typed);
  const done = await openPortal(terminal, asked.jurisdiction, (portal) =>
    takeIn(portal, asked, terminal),
  ).catch((error: unknown) => {
    throw error instanceof UnusableFile ? new Unusable(error.message) : error;
  });
  const { links, report, refused, extract, dataThrough } = done;
  terminal.err(
    `${dataThrough === null ? "the date of the data stays" : `data through ${dataThrough}`}; persons linked: ${links.linked}, unlinked: ${links.unlinked}\n`,
  );
  terminal.out(`${asked.json ? JSON.stringify(report, null, 2) : printReport(report, refused, extract)}\n`);
}
