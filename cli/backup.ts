import { createWriteStream, existsSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { keepSecret } from "~/auth/keep-secret";
import { type BackupManifest, rowsIn } from "~/db/backup/backup-manifest";
import { openBackup } from "~/db/backup/open-backup";
import { refuseHalfRestore } from "~/db/backup/place-files";
import { writeBackup } from "~/db/backup/write-backup";
import { reachDatabase } from "~/db/reach-database";
import { storageFault } from "~/db/storage-fault";
import type { Env } from "~/env.server";
import { migrationLock } from "../prisma/apply-migrations";
import { needOption, readOptions, resolvePath, type Terminal, Unusable } from "./command-words";
import { portalVersion } from "./portal-version";

/** Never made here: a backup under a key that no link was made with would be worth little. */
function readSecret({ SESSION_SECRET, DATA_FOLDER }: Env): string {
  if (SESSION_SECRET) return SESSION_SECRET;
  const file = path.resolve(DATA_FOLDER, "secret");
  if (existsSync(file)) return keepSecret(DATA_FOLDER);
  throw new Unusable(
    `The portal's secret is not here: SESSION_SECRET is not set and ${file} does not exist. Run this with the portal's own settings.`,
  );
}

async function checkOut(file: string): Promise<void> {
  const folder = await stat(path.dirname(file)).catch(() => null);
  if (!folder?.isDirectory()) throw new Unusable(`${path.dirname(file)}: no such folder.`);
  if (existsSync(file)) throw new Unusable(`${file} exists already; a backup overwrites nothing.`);
}

async function openOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "upstream-backup" });
  client.on("error", () => undefined);
  await client.connect();
  const lock = await client.query<{ got: boolean; found: unknown }>(
    "select pg_try_advisory_lock_shared($1) as got, to_regclass('public._prisma_migrations') as found",
    [migrationLock],
  );
  const { got, found } = lock.rows[0] ?? {};
  if (got && found) return client;
  await client.end();
  throw new Unusable(
    got
      ? "There is nothing to back up: no portal was ever started on this database."
      : "The database is being set up or restored just now. Wait until that is done.",
  );
}

interface Ask {
  settings: Env;
  file: string;
  secret: string;
  url: string;
  progress(words: string): void;
}

async function write({ settings, file, secret, url, progress }: Ask): Promise<BackupManifest> {
  const client = await openOwner(url);
  // Half a backup is none: it gets its name when it is whole and was read back.
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    const about = {
      client,
      folder: settings.DATA_FOLDER,
      secret,
      version: portalVersion(),
      made: new Date(),
    };
    const out = createWriteStream(part, { mode: 0o600, flags: "wx", flush: true });
    const manifest = await writeBackup({ ...about, progress }, out);
    (await openBackup(part, manifest.migrations)).close();
    await rename(part, file);
    return manifest;
  } catch (error) {
    const said = storageFault(error, path.dirname(file));
    throw said ? new Error(`The backup was not written. ${said}.`, { cause: error }) : error;
  } finally {
    await client.end();
    await rm(part, { force: true });
  }
}

/** `upstream backup --out FILE`: everything the portal keeps, as it is at one moment, while it goes on working. */
export async function backup(typed: string[], terminal: Terminal): Promise<void> {
  const values = readOptions(typed, { out: { type: "string" }, json: { type: "boolean" } });
  const file = resolvePath(needOption(values.out, "out"));
  await checkOut(file);
  const settings = terminal.settings();
  const secret = readSecret(settings);
  refuseHalfRestore(settings.DATA_FOLDER);
  if (!settings.DATABASE_URL && !existsSync(path.join(settings.DATA_FOLDER, "postgres", "PG_VERSION")))
    throw new Unusable(`No portal keeps its data in ${path.resolve(settings.DATA_FOLDER)}.`);
  const progress = (words: string) => terminal.err(`${words}\n`);
  const reached = await reachDatabase(settings);
  try {
    const { tables, files, made } = await write({ settings, file, secret, url: reached.url, progress });
    const done = { file, made, tables: tables.length, rows: rowsIn({ tables }), files: files.length };
    progress(`${done.rows} rows of ${done.tables} tables and ${done.files} files, as of ${made}: ${file}`);
    progress(
      "It holds every family's name and story and the key of the portal's private links. Only you may read it now: keep it so, on another machine than this one.",
    );
    if (values.json) terminal.out(`${JSON.stringify(done)}\n`);
  } finally {
    await reached.release();
  }
}
