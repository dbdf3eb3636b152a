import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { openOwnerPool } from "../../app/db/client.server";
import { dropDatabase } from "../../app/db/drop-database";
import { type EmbeddedServer, startEmbeddedServer } from "../../app/db/embedded-server";
import { type ServerAccess, serverUrl } from "../../app/db/find-embedded-server";
import { setUpQueues } from "../../app/db/set-up-queues.server";
import { applyMigrations } from "../../prisma/apply-migrations";
import { readMigrations } from "../../prisma/schema-engine";
import { stopWhenTold } from "../setup/stop-when-told";
import { spreadZips, tenthOfZips } from "./spread-zips";
import { writeServices } from "./write-services";
import { writeWorker } from "./write-worker";

export interface BenchDatabase {
  url: string;
  stop(): Promise<void>;
}

const here = ["service-rows.sql", "spread-zips.ts", "write-services.ts", "write-worker.ts"];
const writers = [
  "search-index/write-search-rows.server.ts",
  "search-index/placed-rows.server.ts",
  "search-index/card-rows.server.ts",
  "search/choose-listings.server.ts",
  "search-index/reach-rows.server.ts",
  "search-index/count-terms.server.ts",
  "search-index/topics-met.server.ts",
  "search-index/write-topics-met.server.ts",
  "search/search-bits.ts",
];
const sources = [...here, ...writers.map((file) => `../../app/domain/directory/${file}`)];

/** 100,000 services; a tenth of them as far apart as ten times fewer lie; a tenth of them as dense, in a tenth of the counties. */
export type Directory = "whole" | "sparse" | "tenth";
const counts: Record<Directory, number> = { whole: 100_000, sparse: 10_000, tenth: 10_000 };

/** Names the database by what made its rows, so that rows of an older generator or day are never measured. */
function databaseName(directory: Directory): string {
  const hash = createHash("sha256");
  for (const file of sources) hash.update(readFileSync(new URL(file, import.meta.url)));
  for (const directory of readMigrations().migrationDirectories) hash.update(JSON.stringify(directory));
  return `bench_${directory}_${hash.update(new Date().toISOString().slice(0, 10)).digest("hex").slice(0, 12)}`;
}

async function isFilled(owner: pg.Client): Promise<boolean> {
  const found = await owner.query("select to_regclass('bench_filled') is not null as filled");
  return found.rows[0].filled as boolean;
}

async function dropOthers(owner: pg.Client): Promise<void> {
  const all = await owner.query<{ datname: string }>(
    "select datname from pg_database where datname like 'bench%' and datname <> all($1)",
    [(Object.keys(counts) as Directory[]).map(databaseName)],
  );
  for (const { datname } of all.rows) await dropDatabase(owner, datname);
}

async function makeQueues(url: string): Promise<void> {
  const pool = openOwnerPool(url);
  await setUpQueues(pool).finally(() => pool.end());
}

async function fill(
  server: EmbeddedServer,
  directory: Directory,
  say: (line: string) => void,
): Promise<void> {
  await applyMigrations(server.url);
  await makeQueues(server.url);
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  try {
    await dropOthers(owner);
    if (await isFilled(owner)) return;
    const since = performance.now();
    const count = counts[directory];
    say(`writing ${count.toLocaleString("en-US")} synthetic services (once a day and model) ...`);
    const jurisdictionId = await writeWorker(owner);
    const zips = spreadZips();
    const choices = directory === "tenth" ? tenthOfZips(zips) : zips;
    await writeServices(owner, server.url, jurisdictionId, count, choices);
    await owner.query("vacuum analyze");
    await owner.query("create table bench_filled ()");
    say(`  written in ${((performance.now() - since) / 1000).toFixed(0)} s`);
  } finally {
    await owner.end();
  }
}

/** Rows are written without the triggers that keep them: more than the databases' owner may by itself. */
async function allowWithoutTriggers(folder: string): Promise<void> {
  const access = JSON.parse(readFileSync(`${folder}/postgres.json`, "utf8")) as ServerAccess;
  if (!access.migration) return;
  const server = new pg.Client({ connectionString: serverUrl(access) });
  await server.connect();
  await server.query("grant set on parameter session_replication_role to upstream_migration");
  await server.end();
}

/** The benchmark's own embedded PostgreSQL in ./data/bench, with the portal's settings and migrations, filled once. */
export async function openBenchDatabase(
  directory: Directory,
  say: (line: string) => void,
): Promise<BenchDatabase> {
  const server = await startEmbeddedServer({ folder: "data/bench", database: databaseName(directory) });
  stopWhenTold(() => server.stop());
  try {
    await allowWithoutTriggers("data/bench");
    await fill(server, directory, say);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url, stop: () => server.stop() };
}
