import { startEmbeddedServer } from "./embedded-server";

export interface ReachedDatabase {
  url: string;
  /** Call when done: stops the embedded server if this call started it. */
  release(): Promise<void>;
}

/** For commands beside the portal: the given server, else the portal's own, started for as long as it is needed. */
export async function reachDatabase(settings: {
  DATABASE_URL?: string | undefined;
  DATA_FOLDER: string;
}): Promise<ReachedDatabase> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, release: () => Promise.resolve() };
  const server = await startEmbeddedServer({ folder: settings.DATA_FOLDER });
  return { url: server.url, release: () => (server.reused ? Promise.resolve() : server.stopUnlessHeld()) };
}
