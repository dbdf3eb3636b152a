import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedServer, startEmbeddedServer } from "~/db/embedded-server";
import { openOwnerPool } from "~/db/owner-pool";
import { setUpQueues } from "~/db/set-up-queues.server";
import { applyMigrations } from "../prisma/apply-migrations";
import { readStoryMark } from "./mark-story";
import { restartRule } from "./restart-rule";

export interface PreparedDatabase {
  url: string;
  /** The server we run ourselves; null with DATABASE_URL. */
  own: EmbeddedServer | null;
  /** Nothing was ever written: no jurisdiction. */
  isEmpty: boolean;
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

/** Starts or reaches the database, migrates it and makes the queues. */
export async function prepareDatabase(settings: {
  DATABASE_URL?: string | undefined;
  DATA_FOLDER: string;
}): Promise<PreparedDatabase> {
  const own = settings.DATABASE_URL ? null : await openServer(settings.DATA_FOLDER);
  const url = settings.DATABASE_URL ?? own?.url ?? "";
  try {
    const applied = await applyMigrations(url);
    if (applied.length > 0) console.log(`Database: applied ${applied.join(", ")}`);
    const owner = openOwnerPool(url);
    try {
      await setUpQueues(owner);
      const jurisdictions = await owner.query("select 1 from jurisdiction limit 1");
      const hasStory = own !== null && readStoryMark(settings.DATA_FOLDER) === "told";
      return { url, own, isEmpty: jurisdictions.rowCount === 0, hasStory };
    } finally {
      await owner.end();
    }
  } catch (error) {
    await own?.stop();
    throw error;
  }
}
