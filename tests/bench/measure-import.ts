import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { spawn } from "node:child_process";
import pg from "pg";
import { applyMigrations } from "../../prisma/apply-migrations";
import { openOwnerPool } from "../../app/db/client.server";
import { dropDatabase } from "../../app/db/drop-database";
import { setUpQueues } from "../../app/db/set-up-queues.server";
import { thriftyNode } from "../../cli/thrifty-node.mjs";
import { newId } from "../../app/domain/kernel/ids";
import { writeHsdsPackage } from "./write-hsds-package";

export interface ImportResult {
  rows: number;
  seconds: number;
  /** Largest memory of the importing process. */
  megabytes: number;
}

const folder = "data/bench/package";

function importPackage(url: string): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      ...thriftyNode,
      "--import",
      "tsx",
      "cli/upstream.ts",
      "import-hsds",
      folder,
      "--jurisdiction",
      "bench-import",
      "--source",
      "bench-import",
    ],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "ignore", "pipe"] },
  );
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => (words += piece));
  let most = 0;
  const watch = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    const peak = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
    most = Math.max(most, Number(peak ?? 0) / 1000);
  }, 200);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(watch);
      if (code === 0) resolve(most);
      else reject(new Error(`The import did not end well: ${words.slice(-500)}`));
    });
  });
}

/** The whole command, from its start to its end, into a new database of its own on the same server. */
export async function measureImport(
  owner: pg.Client,
  url: string,
  services: number,
  say: (line: string) => void,
): Promise<ImportResult> {
  say(`writing an HSDS package of ${services.toLocaleString("en-US")} services ...`);
  const rows = await writeHsdsPackage(folder, services);
  const own = new URL(url);
  own.pathname = "/import_bench";
  await dropDatabase(owner, "import_bench");
  await owner.query("create database import_bench");
  await applyMigrations(own.href);
  const pool = openOwnerPool(own.href);
  await setUpQueues(pool).finally(() => pool.end());
  const made = new pg.Client({ connectionString: own.href });
  await made.connect();
  await made.query(
    "insert into jurisdiction (id, slug, name, latitude, longitude) values ($1, 'bench-import', 'Bench', 39.3, -76.6)",
    [newId()],
  );
  await made.end();
  const since = performance.now();
  const megabytes = await importPackage(own.href);
  const seconds = (performance.now() - since) / 1000;
  await dropDatabase(owner, "import_bench");
  await rm(folder, { recursive: true, force: true });
  return { rows, seconds, megabytes };
}
