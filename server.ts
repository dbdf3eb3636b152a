import cluster from "node:cluster";
import { env } from "~/env.server";
import { servePages } from "./server/serve-pages";
import { shareRequests } from "./server/share-requests";

const settings = env();
const { DATABASE_URL, NODE_ENV, WEB_PROCESSES } = settings;
if (!DATABASE_URL) throw new Error("DATABASE_URL is not set. `npm start` sets it for its own PostgreSQL.");

if (cluster.isPrimary && WEB_PROCESSES > 1 && NODE_ENV !== "development") shareRequests(WEB_PROCESSES);
else await servePages(settings, DATABASE_URL);
