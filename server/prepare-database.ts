import path from "node:path";
import { type EmbeddedServer, startEmbeddedServer } from "~/db/embedded-server";
import { openOwnerPool } from "~/db/owner-pool";
import { setUpQueues } from "~/db/set-up-queues.server";
import { applyMigrations } from "../prisma/apply-migrations";
import { readStoryMark } from "./mark-story";

export interface PreparedDatabase {
  url: string;
  /** The server we run ourselves; null with DATABASE_URL. */
  own: EmbeddedServer | null;
  /** Nothing was ever written: no jurisdiction. */
  isEmpty: boolean;
  /** The told story is in it. */
  hasStory: boolean;
}

/** Starts or finds our server, holds it for this portal, and brings it back when it ends by itself. */
async function openServer(folder: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder });
  let stopping = false;
  const bringBack = () => {
    if (stopping) return;
    console.error("The database ended; starting it again.");
    startEmbeddedServer({ folder })
      .then((again) => again.hold(bringBack))
      .catch((error: Error) => console.error(`The database does not start: ${error.message}`));
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
