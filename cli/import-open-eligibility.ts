import { readFile, stat } from "node:fs/promises";
import { connectDatabase } from "~/db/client.server";
import { reachDatabase } from "~/db/reach-database";
import { inTransaction } from "~/db/transaction.server";
import { importTaxonomy } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";
import { env } from "~/env.server";
import { NotATaxonomy, readTaxonomy } from "~/interop/open-eligibility/read-taxonomy";
import { readCommandWords, resolvePath, runCommand, Unusable } from "./command-words";

const usage = "usage: npm run -s upstream -- import open-eligibility FILE [--json]";
const largest = 20_000_000;

async function readFileOf(path: string): Promise<string> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new Unusable("There is no such file.");
  if (info.size > largest) throw new Unusable("The file is larger than 20 MB: this is not the taxonomy.");
  return readFile(path, "utf8");
}

await runCommand(async () => {
  const { words, options } = readCommandWords(process.argv.slice(2), ["json"], []);
  if (words.length !== 1 || !words[0]) throw new Unusable(usage);
  const text = await readFileOf(resolvePath(words[0]));
  const reached = await reachDatabase(env());
  const database = connectDatabase(reached.url, 2);
  try {
    const taxonomy = readTaxonomy(text);
    // The taxonomy is the whole portal's; a transaction needs one jurisdiction to stand in.
    const first = await database.prisma.jurisdiction.findFirst({ orderBy: { createdAt: "asc" } });
    if (!first) throw new Unusable("There is no jurisdiction yet. Run `npm start` first.");
    const jurisdictionId = first.id;
    const actor = { kind: "system" as const, name: "import", jurisdictionId };
    const report = await inTransaction(
      { jurisdictionId },
      (tx) => importTaxonomy({ actor, tx, clock: systemClock }, taxonomy),
      { timeout: 300_000 },
    );
    process.stdout.write(
      options.has("json")
        ? `${JSON.stringify(report)}\n`
        : `${report.added} new, ${report.changed} changed, ${report.unchanged} unchanged, ${report.ended} ended\n${taxonomy.attribution}\n`,
    );
  } catch (error) {
    if (error instanceof NotATaxonomy) throw new Unusable(`${error.message} Nothing was imported.`);
    throw error;
  } finally {
    await database.close();
    await reached.release();
  }
});
