import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { rowsIn, UnusableBackup } from "~/db/backup/backup-manifest";
import { clearDatabase } from "~/db/backup/clear-database";
import { type OpenBackup, openBackup } from "~/db/backup/open-backup";
import { type PlacedFiles, stageFiles } from "~/db/backup/place-files";
import { restoreRows } from "~/db/backup/restore-rows";
import { makeLogins } from "~/db/make-logins";
import { type QueueOwner, setUpQueues } from "~/db/set-up-queues.server";
import { storageFault } from "~/db/storage-fault";
import type { Env } from "~/env.server";
import { applyWithin, migrationNames } from "../prisma/apply-migrations";
import { allowReplacing } from "./allow-replacing";
import { readCommandWords, resolvePath, type Terminal, Unusable } from "./command-words";
import { openRestoreTarget, type RestoreTarget } from "./open-restore-target";

const usage = "usage: npm run -s upstream -- restore FILE [--replace DATABASE]";

/** pg-boss makes its tables in a transaction of its own; here they are part of ours. */
const asPartOf = (client: pg.Client): QueueOwner => ({
  query: (text: string, values?: unknown[]) =>
    client.query(text.replace(/^\s*BEGIN;/, "").replace(/COMMIT;\s*$/, ""), values),
});

interface Restoring {
  target: RestoreTarget;
  backup: OpenBackup;
  progress(words: string): void;
}

/** All of it or nothing: what stood there before goes in the same transaction in which the backup's rows come. */
async function fillDatabase({ target: { client }, backup, progress }: Restoring): Promise<void> {
  await client.query("begin");
  await clearDatabase(client);
  await applyWithin(client, backup.manifest.migrations);
  await setUpQueues(asPartOf(client));
  progress(`Writing ${rowsIn(backup.manifest)} rows`);
  await restoreRows(client, backup, progress);
  // Queues that the backup's version did not have.
  await client.query("comment on schema pgboss is null");
  await setUpQueues(asPartOf(client));
  const later = await applyWithin(client, migrationNames());
  if (later.length > 0) progress(`Brought to this version: ${later.join(", ")}`);
}

async function fillAndPlace(restoring: Restoring, files: PlacedFiles): Promise<void> {
  const { client } = restoring.target;
  try {
    await fillDatabase(restoring);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    await files.forget();
    throw error;
  }
  await client.query("commit");
  await files.place();
  await client.query("analyze");
}

/** What a start does anyway, so that what stands in its way is known now. */
async function tryLogins(settings: Env, url: string, progress: (words: string) => void): Promise<void> {
  if (settings.WEB_DATABASE_URL) return;
  const secret =
    settings.SESSION_SECRET ?? readFileSync(path.join(settings.DATA_FOLDER, "secret"), "utf8").trim();
  await makeLogins(url, secret).catch((error: Error) => progress(error.message));
}

function wordsOnSecret(settings: Env): string {
  const file = path.resolve(settings.DATA_FOLDER, "secret");
  const kept = settings.SESSION_SECRET ? readFileSync(file, "utf8").trim() === settings.SESSION_SECRET : true;
  return kept
    ? "Sign-in codes, sessions and links work as before."
    : `SESSION_SECRET is set to another key than the backup's: with it no code of a second step fits, sessions end, and links mailed or shown again are not those on record. Set it to what stands in ${file}, or leave it unset.`;
}

function inWords(error: unknown): unknown {
  if (error instanceof UnusableBackup) return new Unusable(error.message);
  const said = storageFault(error);
  if (said) return new Error(`The backup was not restored. ${said}.`, { cause: error });
  if (error instanceof pg.DatabaseError && error.code === "55P03")
    return new Error("Somebody else is at work on the database's tables. Nothing was changed: try again.");
  return error;
}

async function restoreFrom(file: string, backup: OpenBackup, terminal: Terminal, replace?: string) {
  const settings = terminal.settings();
  const progress = (words: string) => terminal.err(`${words}\n`);
  const { version, made, tables } = backup.manifest;
  progress(`${file} is whole: version ${version}, as of ${made}, ${rowsIn({ tables })} rows.`);
  const target = await openRestoreTarget(settings);
  try {
    await allowReplacing(target.client, target.name, replace);
    const files = await stageFiles(settings.DATA_FOLDER, backup, { file, at: new Date() });
    await fillAndPlace({ target, backup, progress }, files);
    await tryLogins(settings, target.url, progress);
    progress(`Restored: every table has the backup's rows. ${wordsOnSecret(settings)} Start it: npm start`);
  } finally {
    await target.close();
  }
}

/** `upstream restore FILE`: checks a backup, then puts it in place of what the portal keeps. */
export async function restore(typed: string[], terminal: Terminal): Promise<void> {
  const { positionals, values } = readCommandWords(typed, { replace: { type: "string" } });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new Unusable(usage);
  const file = resolvePath(given);
  try {
    const backup = await openBackup(file, migrationNames()).catch((error: unknown) => {
      const said = storageFault(error);
      throw said ? new Unusable(`${file} cannot be read: ${said}.`) : error;
    });
    try {
      await restoreFrom(file, backup, terminal, values.replace);
    } finally {
      backup.close();
    }
  } catch (error) {
    throw inWords(error);
  }
}
