import path from "node:path";
import { connectDatabase } from "~/db/client.server";
import { copyRows } from "~/db/copy-rows.server";
import { reachDatabase } from "~/db/reach-database";
import { inTransaction } from "~/db/transaction.server";
import { startImportRun } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";
import { newId } from "~/domain/kernel/ids";
import { inMilliseconds } from "~/domain/kernel/durations";
import { env } from "~/env.server";
import { importHsds, openSource, type OpenSource } from "~/interop/hsds/import-hsds.server";
import { type ImportReport, UnusableFiles } from "~/interop/hsds/import-report";
import { besideImport } from "~/worker/beside-import.server";
import { runImport } from "~/worker/run-import.server";
import { readCommandWords, resolvePath, runCommand, Unusable } from "./command-words";
import { findJurisdiction } from "./find-jurisdiction";

const usage =
  "usage: npm run -s upstream -- import hsds PATH [--jurisdiction SLUG] [--source NAME] [--dry-run] [--json]";
/** Thrown after a dry run, so that the database takes nothing. */
class DryRun extends Error {
  constructor(readonly report: ImportReport) {
    super("dry run");
  }
}

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

function printReport(report: ImportReport, dry: boolean): void {
  const tables = [...new Set([...Object.keys(report.imported), ...Object.keys(report.unchanged)])];
  for (const table of tables) {
    const line = `${report.imported[table] ?? 0} new, ${report.updated[table] ?? 0} updated, ${report.unchanged[table] ?? 0} unchanged`;
    process.stdout.write(`${table.padEnd(22)}${line}\n`);
  }
  for (const [title, notes] of [
    ["Not taken", report.rejected],
    ["To look at", report.warnings],
  ] as const) {
    if (notes.length) process.stdout.write(`\n${title}: ${notes.length}\n`);
    for (const note of notes) {
      const where = [note.file, note.line === null ? null : `line ${note.line}`, note.column]
        .filter(Boolean)
        .join(", ");
      process.stdout.write(`  ${where}: ${note.reason} (${note.code})\n`);
    }
  }
  if (dry) process.stdout.write("\nDry run: nothing was written.\n");
}

const isAddress = (typed: string) => /^https?:\/\//i.test(typed);

/** What a source is called when nobody says: its folder, its file without ending, its host. */
const sourceOf = (where: string): string =>
  isAddress(where) ? new URL(where).hostname : path.basename(where).replace(/\.zip$/i, "");

const progress = (words: string) => process.stderr.write(`${words}\n`);
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /connection|terminat|server (has )?closed|ECONNRE|starting up|shutting down/i.test(
    `${error.message} ${JSON.stringify((error as { cause?: unknown }).cause ?? "")}`,
  );

/** Reads everything and takes nothing: the transaction is thrown away, and no run is left. */
async function tryImport(jurisdictionId: string, source: string, open: () => Promise<OpenSource>) {
  const from = await open();
  try {
    return await inTransaction(
      { jurisdictionId },
      async (tx): Promise<ImportReport> => {
        const actor = { kind: "system" as const, name: "import-directory", jurisdictionId };
        const ctx = { actor, tx, clock: systemClock };
        throw new DryRun(await importHsds(ctx, { from, source, copy: copyRows(tx), progress }));
      },
      { timeout: inMilliseconds({ hours: 2 }) },
    );
  } finally {
    await from.close();
  }
}

async function runTyped(typed: string, options: Map<string, string>): Promise<ImportReport> {
  const source = options.get("source") ?? sourceOf(typed);
  if (!/^[\w.-]{1,60}$/.test(source))
    throw new Unusable("--source wants letters, digits, dots and dashes, at most 60.");
  const jurisdictionId = await findJurisdiction(options.get("jurisdiction"));
  const open = () => openSource(typed, { allowPrivate: true }, progress);
  try {
    if (options.has("dry-run")) return await tryImport(jurisdictionId, source, open);
    const runId = newId();
    const fileName = isAddress(typed) ? new URL(typed).hostname : path.basename(typed);
    await besideImport(jurisdictionId, (ctx) =>
      startImportRun(ctx, { id: runId, source, fileName: fileName.slice(0, 200), queued: false }),
    );
    const report = await runImport({ jurisdictionId, runId, source, where: typed, open, progress });
    if (!report) throw new Error("Another process has taken this import over.");
    return report;
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    if (error instanceof UnusableFiles) throw new Unusable(`${error.message} Nothing was imported.`);
    if (isLost(error))
      throw new Error("The database went away during the import. Nothing was imported: run it again.");
    throw error;
  }
}

await runCommand(async () => {
  const { words, options } = readCommandWords(
    process.argv.slice(2),
    ["dry-run", "json"],
    ["jurisdiction", "source"],
  );
  if (words.length !== 1 || !words[0]) throw new Unusable(usage);
  const reached = await reachDatabase(env());
  const database = connectDatabase(reached.url, 4);
  try {
    const report = await runTyped(isAddress(words[0]) ? words[0] : resolvePath(words[0]), options);
    process.stderr.write(
      `${total(report.imported)} new, ${total(report.updated)} updated, ${total(report.unchanged)} unchanged, ${report.rejected.length} not taken, ${report.warnings.length} to look at\n`,
    );
    if (options.has("json")) process.stdout.write(`${JSON.stringify(report)}\n`);
    else printReport(report, options.has("dry-run"));
  } finally {
    await database.close();
    await reached.release();
  }
});
