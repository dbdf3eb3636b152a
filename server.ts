import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { connectDatabase } from "~/db/client.server";
import { env } from "~/env.server";
import { answerWithRemix } from "./server/answer-with-remix";
import { createPortal } from "./server/create-portal";
import { leaveInOrder } from "./server/leave-in-order";
import { openLog } from "./server/log-requests";

const settings = env();
if (!settings.DATABASE_URL)
  throw new Error("DATABASE_URL is not set. `npm start` sets it for its own PostgreSQL.");
const development = settings.NODE_ENV === "development";
const log = openLog(settings.LOG_LEVEL);
const database = connectDatabase(settings.DATABASE_URL);
let draining = false;

async function isDatabaseUp(): Promise<boolean> {
  const asked = database.pool.query("select 1").then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([asked, late]).catch(() => false);
}

async function openPages() {
  if (!development) {
    const built = pathToFileURL(path.resolve("build/server/index.js")).href;
    return { build: (await import(built)) as ServerBuild, before: undefined };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { build, before: vite.middlewares };
}

const { build, before } = await openPages();
const portal = createPortal({
  log,
  pool: database.pool,
  health: { isDatabaseUp, isDraining: () => draining },
  publicOrigin: settings.PUBLIC_ORIGIN,
  trustProxy: settings.TRUST_PROXY,
  changesPerMinute: settings.CHANGES_PER_MINUTE,
  development,
  clientFolder: development ? null : path.resolve("build/client"),
  before,
  pages: answerWithRemix({
    build,
    mode: settings.NODE_ENV,
    publicOrigin: settings.PUBLIC_ORIGIN,
    isDatabaseUp,
  }),
});

const server = portal.listen(settings.PORT, settings.HOST, () => {
  process.send?.({ ready: (server.address() as AddressInfo).port });
});
server.on("error", (error: NodeJS.ErrnoException) => {
  const reason =
    error.code === "EADDRINUSE" ? `Port ${settings.PORT} is taken. Set PORT to another.` : error.message;
  process.send?.({ failed: reason });
  console.error(reason);
  process.exit(1);
});

leaveInOrder(async () => {
  draining = true;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 4_000).unref();
  await closed;
  await database.close();
});
