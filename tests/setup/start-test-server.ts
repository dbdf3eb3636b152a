import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openOwnerPool } from "../../app/db/client.server";
import { dropDatabase } from "../../app/db/drop-database";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { setUpQueues } from "../../app/db/set-up-queues.server";
import { applyMigrations } from "../../prisma/apply-migrations";
import { readMigrations } from "../../prisma/schema-engine";
import { stopWhenTold } from "./stop-when-told";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

/** One server for every project of a run; it forgets nothing between runs but each file's own database. */
let running: Promise<{ url: string; template: string; stop(): Promise<void> }> | undefined;
let users = 0;

const fast = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

function templateName(): string {
  const hash = createHash("sha256");
  hash.update(readFileSync("app/db/set-up-queues.server.ts"));
  for (const directory of readMigrations().migrationDirectories) hash.update(JSON.stringify(directory));
  return `template_${hash.digest("hex").slice(0, 16)}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Databases of runs that are over, and templates of other migrations. */
async function dropLeftovers(client: pg.Client, template: string): Promise<void> {
  const all = await client.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^(test|template)_'",
  );
  for (const { datname } of all.rows) {
    const pid = /^test_(\d+)_/.exec(datname)?.[1];
    const over = pid ? !isAlive(Number(pid)) : datname !== template;
    if (over) await dropDatabase(client, datname);
  }
}

async function buildTemplate(serverUrl: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7310213)");
    await dropLeftovers(client, template);
    const found = await client.query("select 1 from pg_database where datname = $1", [template]);
    if (found.rowCount) return;
    const building = `test_${process.pid}_building`;
    await client.query(`create database ${building}`);
    const url = new URL(serverUrl);
    url.pathname = `/${building}`;
    await applyMigrations(url.href);
    const owner = openOwnerPool(url.href);
    await setUpQueues(owner);
    await owner.end();
    await client.query(`alter database ${building} rename to ${template}`);
  } finally {
    await client.end();
  }
}

/** Held by every run that uses the server: the last one to leave stops it. */
const inUse = 7_310_215;

async function start() {
  const server = await startEmbeddedServer({ folder: "data/test", database: "postgres", settings: fast });
  const user = new pg.Client({ connectionString: server.url });
  user.on("error", () => undefined);
  await user.connect();
  await user.query("select pg_advisory_lock_shared($1)", [inUse]);
  const template = templateName();
  const stop = async () => {
    await user.query("select pg_advisory_unlock_shared($1)", [inUse]);
    const last = await user.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [inUse]);
    await user.end();
    if (last.rows[0]?.got) await server.stop();
  };
  try {
    await buildTemplate(server.url, template);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: server.url, template, stop };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  users += 1;
  running ??= start().then((server) => {
    stopWhenTold(server.stop);
    return server;
  });
  const { url, template, stop } = await running;
  project.provide("serverUrl", url);
  project.provide("template", template);
  return async () => {
    users -= 1;
    if (users === 0) await stop();
  };
}
