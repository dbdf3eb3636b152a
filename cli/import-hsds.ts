import path from "node:path";
import { copyRows } from "~/db/copy-rows.server";
import { inTransaction } from "~/db/transaction.server";
import { startImportRun } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";
import { newId } from "~/domain/kernel/ids";
import { inMilliseconds } from "~/domain/kernel/durations";
import { importHsds, openSource, type OpenSource } from "~/interop/hsds/import-hsds.server";
import { type ImportReport, UnusableFiles } from "~/interop/hsds/import-report";
import { besideImport } from "~/worker/beside-import.server";
import { runImport } from "~/worker/run-import.server";
import { readCommandWords, resolvePath, Unusable, type Terminal } from "./command-words";
import { openPortal } from "./open-portal";

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

function printReport({ out }: Terminal, report: ImportReport, dry: boolean): void {
  const tables = [...new Set([...Object.keys(report.imported), ...Object.keys(report.unchanged)])];
  for (const table of tables) {
    const line = `${report.imported[table] ?? 0} new, ${report.updated[table] ?? 0} updated, ${report.unchanged[table] ?? 0} unchanged`;
    out(`${table.padEnd(22)}${line}\n`);
  }
  for (const [title, notes] of [
    ["Not taken", report.rejected],
    ["To look at", report.warnings],
  ] as const) {
    if (notes.length) out(`\n${title}: ${notes.length}\n`);
    for (const note of notes) {
      const where = [note.file, note.line === null ? null : `line ${note.line}`, note.column]
        .filter(Boolean)
        .join(", ");
      out(`  ${where}: ${note.reason} (${note.code})\n`);
    }
  }
  if (dry) out("\nDry run: nothing was written.\n");
}

interface Asked {
  jurisdictionId: string;
  source: string;
  where: string;
  open: () => Promise<OpenSource>;
  progress: (words: string) => void;
}

const isAddress = (typed: string) => /^https?:\/\//i.test(typed);

/** What a source is called when nobody says: its folder, its file without ending, its host. */
const sourceOf = (where: string): string =>
  isAddress(where) ? new URL(where).hostname : path.basename(where).replace(/\.zip$/i, "");

const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /connection|terminat|server (has )?closed|ECONNRE|starting up|shutting down/i.test(
    `${error.message} ${JSON.stringify((error as { cause?: unknown }).cause ?? "")}`,
  );

/** Reads everything and takes nothing: the transaction is thrown away, and no run is left. */
async function tryImport({ jurisdictionId, source, open, progress }: Asked): Promise<ImportReport> {
  const from = await open();
  try {
    return await inTransaction(
      { jurisdictionId },
      async (tx): Promise<never> => {
        const actor = { kind: "system" as const, name: "import-directory", jurisdictionId };
        const ctx = { actor, tx, clock: systemClock };
        throw new DryRun(await importHsds(ctx, { from, source, copy: copyRows(tx), progress }));
      },
      { timeout: inMilliseconds({ hours: 2 }) },
    );
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  } finally {
    await from.close();
  }
}

async function takeIn(asked: Asked): Promise<ImportReport> {
  const { where, jurisdictionId, source } = asked;
  const runId = newId();
  const fileName = isAddress(where) ? new URL(where).hostname : path.basename(where);
  await besideImport(jurisdictionId, (ctx) =>
    startImportRun(ctx, { id: runId, source, fileName: fileName.slice(0, 200), queued: false }),
  );
  const report = await runImport({ ...asked, runId });
  if (!report) throw new Error("Another process has taken this import over.");
  return report;
}

function inWords(error: unknown): unknown {
  if (error instanceof UnusableFiles) return new Unusable(`${error.message} Nothing was imported.`);
  if (isLost(error))
    return new Error("The database went away during the import. Nothing was imported: run it again.");
  return error;
}

const options = {
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  jurisdiction: { type: "string" },
  source: { type: "string" },
} as const;

/** `upstream import hsds PATH`: a directory of HSDS files, from a folder, a ZIP or an address. */
export async function importDirectory(typed: string[], terminal: Terminal): Promise<void> {
  const { positionals, values } = readCommandWords(typed, options);
  if (positionals.length !== 1 || !positionals[0]) throw new Unusable(usage);
  const where = isAddress(positionals[0]) ? positionals[0] : resolvePath(positionals[0]);
  const source = values.source ?? sourceOf(where);
  if (!/^[\w.-]{1,60}$/.test(source))
    throw new Unusable("--source wants letters, digits, dots and dashes, at most 60.");
  const dry = values["dry-run"] ?? false;
  const progress = (words: string) => terminal.err(`${words}\n`);
  const open = () => openSource(where, { allowPrivate: true }, progress);
  const report = await openPortal(terminal, values.jurisdiction, ({ jurisdiction }) =>
    (dry ? tryImport : takeIn)({ jurisdictionId: jurisdiction.id, source, where, open, progress }),
  ).catch((error: unknown) => {
    throw inWords(error);
  });
  terminal.err(
    `${total(report.imported)} new, ${total(report.updated)} updated, ${total(report.unchanged)} unchanged, ${report.rejected.length} not taken, ${report.warnings.length} to look at\n`,
  );
  if (values.json) terminal.out(`${JSON.stringify(report)}\n`);
  else printReport(terminal, report, dry);
}
