import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { connectDatabase, type Database } from "~/db/client.server";
import type { Env } from "~/env.server";
import { answerWithRemix } from "./answer-with-remix";
import { createPortal } from "./create-portal";
import { drainServer } from "./drain-server";
import { leaveInOrder } from "./leave-in-order";
import { openLog } from "./log-requests";

async function isDatabaseUp({ pool }: Database): Promise<boolean> {
  const asked = pool.query("select 1").then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([asked, late]).catch(() => false);
}

async function openPages(development: boolean) {
  if (!development) {
    const built = pathToFileURL(path.resolve("build/server/index.js")).href;
    return { build: (await import(built)) as ServerBuild, before: undefined };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { build, before: vite.middlewares };
}

/** Serves the portal in this process until it is asked to leave; says its port over its channel. */
export async function servePages(settings: Env, databaseUrl: string): Promise<void> {
  const development = settings.NODE_ENV === "development";
  const database = connectDatabase(databaseUrl, 10, "upstream_app");
  let draining = false;
  const isUp = () => isDatabaseUp(database);
  const { build, before } = await openPages(development);
  const portal = createPortal({
    log: openLog(settings.LOG_LEVEL),
    pool: database.pool,
    health: { isDatabaseUp: isUp, isDraining: () => draining },
    publicOrigin: settings.PUBLIC_ORIGIN,
    trustProxy: settings.TRUST_PROXY,
    changesPerMinute: settings.CHANGES_PER_MINUTE,
    metricsToken: settings.METRICS_TOKEN,
    development,
    clientFolder: development ? null : path.resolve("build/client"),
    before,
    pages: answerWithRemix({
      build,
      mode: settings.NODE_ENV,
      publicOrigin: settings.PUBLIC_ORIGIN,
      isDatabaseUp: isUp,
    }),
  });
  const server = portal.listen(settings.PORT, settings.HOST, () => {
    process.send?.({ ready: (server.address() as AddressInfo).port });
  });
  // An upload of some gigabytes over a slow line; headers have a minute, other bodies five (read-body.ts).
  server.requestTimeout = 14_400_000;
  server.on("error", (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === "EADDRINUSE" ? `Port ${settings.PORT} is taken. Set PORT to another.` : error.message;
    process.send?.({ failed: reason });
    console.error(reason);
    process.exit(1);
  });
  const drain = drainServer(server);
  leaveInOrder(async () => {
    draining = true;
    await drain();
    await database.close();
  });
}
