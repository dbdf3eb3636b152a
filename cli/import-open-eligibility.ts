import { readFile, stat } from "node:fs/promises";
import { inTransaction } from "~/db/transaction.server";
import { importTaxonomy } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";
import { NotATaxonomy, readTaxonomy } from "~/interop/open-eligibility/read-taxonomy";
import { readCommandWords, resolvePath, Unusable, type Terminal } from "./command-words";
import { openDatabaseOf } from "./open-portal";

const usage = "usage: npm run -s upstream -- import open-eligibility FILE [--json]";
const largest = 20_000_000;

async function readFileOf(path: string): Promise<string> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new Unusable("There is no such file.");
  if (info.size > largest) throw new Unusable("The file is larger than 20 MB: this is not the taxonomy.");
  return readFile(path, "utf8");
}

/** `upstream import open-eligibility FILE`: the taxonomy of Open Eligibility, the whole portal's. */
export async function importOpenEligibility(typed: string[], terminal: Terminal): Promise<void> {
  const { positionals, values } = readCommandWords(typed, { json: { type: "boolean" } });
  if (positionals.length !== 1 || !positionals[0]) throw new Unusable(usage);
  const text = await readFileOf(resolvePath(positionals[0]));
  await openDatabaseOf(terminal, async (database) => {
    const taxonomy = readTaxonomy(text);
    // A transaction needs one jurisdiction to stand in.
    const first = await database.prisma.jurisdiction.findFirst({ orderBy: { createdAt: "asc" } });
    if (!first) throw new Unusable("There is no jurisdiction yet. Run `npm start` first.");
    const jurisdictionId = first.id;
    const actor = { kind: "system" as const, name: "import", jurisdictionId };
    const report = await inTransaction(
      { jurisdictionId },
      (tx) => importTaxonomy({ actor, tx, clock: systemClock }, taxonomy),
      { timeout: 300_000 },
    );
    terminal.out(
      values.json
        ? `${JSON.stringify(report)}\n`
        : `${report.added} new, ${report.changed} changed, ${report.unchanged} unchanged, ${report.ended} ended\n${taxonomy.attribution}\n`,
    );
  }).catch((error: unknown) => {
    throw error instanceof NotATaxonomy ? new Unusable(`${error.message} Nothing was imported.`) : error;
  });
}
