import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedServer, startEmbeddedServer } from "~/db/embedded-server";
import { type Logins, makeLogins } from "~/db/make-logins";
import { openOwnerPool } from "~/db/owner-pool";
import { setUpQueues } from "~/db/set-up-queues.server";
import { applyMigrations } from "../prisma/apply-migrations";
import { readStoryMark } from "./mark-story";
import { restartRule } from "./restart-rule";

export interface PreparedDatabase {
  /** How pages and jobs log in: neither is the owner. */
  logins: Logins;
  /** The server we run ourselves; null with DATABASE_URL. */
  own: EmbeddedServer | null;
  /** Nothing was ever written: no jurisdiction. */
  isEmpty: boolean;
  /** Somebody can sign in and let others in. */
  hasAdministrator: boolean;
  /** The told story is in it. */
  hasStory: boolean;
}

/** Starts or finds our server, holds it for this portal, and brings it back when it ends by itself, by the rule of all processes. */
async function openServer(folder: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder });
  const waitAfterLoss = restartRule();
  let stopping = false;
  const bringBack = async (): Promise<void> => {
    if (stopping) return;
    const wait = waitAfterLoss();
    console.error(`The database ended${wait === null ? " too often" : "; starting it again"}.`);
    if (wait === null) return;
    await sleep(wait);
    if (stopping) return;
    try {
      await (await startEmbeddedServer({ folder })).hold(bringBack);
    } catch (error) {
      console.error(`The database does not start: ${error instanceof Error ? error.message : error}`);
      await bringBack();
    }
  };
  if (await server.hold(bringBack)) {
    const stop = () => {
      stopping = true;
      return server.stop();
    };
    await forgetHalfStory(server, folder);
    return { ...server, stop };
  }
  throw new Error(
    `Another portal already runs on ${path.resolve(folder)}. Stop it, or set DATA_FOLDER to another folder.`,
  );
}

/** A story that was interrupted while it was told is told again from the beginning. */
async function forgetHalfStory(server: EmbeddedServer, folder: string): Promise<void> {
  if (readStoryMark(folder) !== "begun") return;
  await server.recreateDatabase();
}

export interface DatabaseSettings {
  DATABASE_URL?: string | undefined;
  WEB_DATABASE_URL?: string | undefined;
  WORKER_DATABASE_URL?: string | undefined;
  DATA_FOLDER: string;
}

function loginsOf(settings: DatabaseSettings, ownerUrl: string, secret: string): Logins | Promise<Logins> {
  const { WEB_DATABASE_URL: web, WORKER_DATABASE_URL: worker } = settings;
  if (web && worker) return { web, worker };
  if (web || worker) throw new Error("WEB_DATABASE_URL and WORKER_DATABASE_URL: set both, or neither.");
  return makeLogins(ownerUrl, secret);
}

/** Starts or reaches the database, migrates it, makes the queues and the logins. `secret`: what their passwords follow from. */
export async function prepareDatabase(settings: DatabaseSettings, secret: string): Promise<PreparedDatabase> {
  const own = settings.DATABASE_URL ? null : await openServer(settings.DATA_FOLDER);
  const url = settings.DATABASE_URL ?? own?.url ?? "";
  try {
    const applied = await applyMigrations(url);
    if (applied.length > 0) console.log(`Database: applied ${applied.join(", ")}`);
    const owner = openOwnerPool(url);
    try {
      await setUpQueues(owner);
      const { rows } = await owner.query<Record<"isEmpty" | "hasAdministrator", boolean>>(
        `select not exists (select from jurisdiction) as "isEmpty", exists (
           select from membership where role = 'jurisdiction_admin' and ended_at is null) as "hasAdministrator"`,
      );
      const { isEmpty = true, hasAdministrator = false } = rows[0] ?? {};
      const hasStory = own !== null && readStoryMark(settings.DATA_FOLDER) === "told";
      const logins = await loginsOf(settings, url, secret);
      return { logins, own, isEmpty, hasAdministrator, hasStory };
    } finally {
      await owner.end();
    }
  } catch (error) {
    await own?.stop();
    throw error;
  }
}
