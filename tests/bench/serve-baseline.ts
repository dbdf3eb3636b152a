// The comparison's server, a process of its own: the portal's Express and compression, one Remix route, no session,
// no transaction, no log. argv: database url, file of statements, build folder. Says its port over its channel.
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import pg from "pg";
import type { Statement } from "./record-statements";

const [url = "", file = "", build = ""] = process.argv.slice(2);
const statements = JSON.parse(readFileSync(file, "utf8")) as Statement[];
const pool = new pg.Pool({ connectionString: url, max: 10 });

async function search(at: number): Promise<unknown[]> {
  const statement = statements[at % statements.length];
  return statement ? (await pool.query(statement)).rows : [];
}

const app = express();
app.disable("x-powered-by");
app.use(compression());
app.all(
  "*",
  createRequestHandler({
    build: (await import(pathToFileURL(path.resolve(build, "server/index.js")).href)) as ServerBuild,
    mode: "production",
    getLoadContext: () => ({ search }) as never,
  }),
);
const server = app.listen(0, "127.0.0.1", () =>
  process.send?.({ ready: (server.address() as AddressInfo).port }),
);
process.on("SIGTERM", () => process.exit(0));
