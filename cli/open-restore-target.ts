import path from "node:path";
import pg from "pg";
import { checkOwnerRights, checkServerVersion } from "~/db/check-server";
import { startEmbeddedServer } from "~/db/embedded-server";
import type { Env } from "~/env.server";
import { migrationLock } from "../prisma/apply-migrations";
import { Unusable } from "./command-words";

export interface RestoreTarget {
  /** As the tables' owner; nobody else migrates, saves or restores while it is open. */
  client: pg.Client;
  url: string;
  /** Of the database. */
  name: string;
  close(): Promise<void>;
}

async function reach(settings: Env): Promise<{ url: string; release(): Promise<void> }> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, release: () => Promise.resolve() };
  const server = await startEmbeddedServer({ folder: settings.DATA_FOLDER });
  if (await server.hold()) return { url: server.url, release: server.stop };
  throw new Unusable(`A portal runs on ${path.resolve(settings.DATA_FOLDER)}. Stop it first.`);
}

async function checkAlone(client: pg.Client): Promise<void> {
  const lock = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [
    migrationLock,
  ]);
  if (!lock.rows[0]?.got)
    throw new Unusable("The database is being set up, saved or restored by another process. Wait for it.");
  const others = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'upstream%'`,
  );
  if (others.rows[0]?.n)
    throw new Unusable(
      `A portal or a command of it is at work on this database (${others.rows[0].n} connections). Stop it first.`,
    );
}

/** Opens the database a backup is to go into, for this process alone. Throws Unusable, touching nothing, while it is in use. */
export async function openRestoreTarget(settings: Env): Promise<RestoreTarget> {
  const { url, release } = await reach(settings);
  const client = new pg.Client({ connectionString: url, application_name: "upstream-restore" });
  client.on("error", () => undefined);
  const close = async () => {
    await client.end().catch(() => undefined);
    await release();
  };
  try {
    await client.connect();
    await client.query("set lock_timeout = '20s'");
    await checkServerVersion(client);
    await checkOwnerRights(client);
    await checkAlone(client);
    return { client, url, name: decodeURIComponent(new URL(url).pathname.slice(1)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
