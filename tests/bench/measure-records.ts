import { spawn } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { openOwnerPool } from "../../app/db/client.server";
import { dropDatabase } from "../../app/db/drop-database";
import { setUpQueues } from "../../app/db/set-up-queues.server";
import { newId } from "../../app/domain/kernel/ids";
import { thriftyNode } from "../../cli/thrifty-node.mjs";
import { applyMigrations } from "../../prisma/apply-migrations";

/** `seconds` of the whole command; `copy` of PostgreSQL's own COPY of the same file into one table with the report's keys. */
export interface RecordsResult {
  rows: number;
  seconds: number;
  copy: number;
  /** Largest memory of the importing process. */
  megabytes: number;
}

const folder = "data/bench/records";
const database = "records_bench";
const header =
  "report_id,child_id,report_date,screen_decision,disposition,disposition_date,maltreatment_types";
const dispositions = ["substantiated", "indicated", "unsubstantiated", "closed_no_finding"];
const types = ["neglect", "physical;neglect", "sexual", "psychological"];

const day = (n: number): string => new Date(Date.UTC(2015, 0, 1 + (n % 3_650))).toISOString().slice(0, 10);
const lineOf = (n: number): string =>
  `R${n},C${Math.floor(n / 2.3)},${day(n)},screened_in,${dispositions[n % 4]},${day(n + 30)},${types[n % 4]}\n`;

/** Report rows with 2.3 reports a child, in a file that is written as a stream. */
async function writeReports(rows: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(`${folder}/reports.csv`, { highWaterMark: 1 << 20 });
  out.write(`${header}\n`);
  for (let n = 0; n < rows; n += 1) if (!out.write(lineOf(n))) await once(out, "drain");
  await once(out.end(), "close");
}

/** The command from its start to its end; answers the most memory its process had, in MB. */
async function importReports(url: string): Promise<number> {
  const words = [
    "--import",
    "tsx",
    "cli/upstream.ts",
    "import",
    "records",
    folder,
    "--jurisdiction",
    "bench",
  ];
  const child = spawn(process.execPath, [...thriftyNode, ...words], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let [words_, most] = ["", 0];
  child.stderr.setEncoding("utf8").on("data", (piece: string) => (words_ += piece));
  const watch = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    const peak = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
    most = Math.max(most, Number(peak ?? 0) / 1000);
  }, 200);
  const [code] = (await once(child, "close")) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import did not end well: ${words_.slice(-500)}`);
  return most;
}

/** The baseline: COPY of the file into a table of its own, keyed as reports are. */
async function copyReports(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create table bare_report (report_id text, child_id text, report_date date, screen_decision text,
    disposition text, disposition_date date, maltreatment_types text, primary key (report_id, child_id))`);
  const since = performance.now();
  await pipeline(
    createReadStream(`${folder}/reports.csv`),
    client.query(copyFrom("copy bare_report from stdin with (format csv, header)")),
  );
  const seconds = (performance.now() - since) / 1000;
  await client.end();
  return seconds;
}

/** `upstream import records` of so many reports into a new database of its own on the same server, beside COPY of the same. */
export async function measureRecords(
  owner: pg.Client,
  url: string,
  rows: number,
  say: (line: string) => void,
): Promise<RecordsResult> {
  say(`writing ${rows.toLocaleString("en-US")} reports ...`);
  await writeReports(rows);
  const own = new URL(url);
  own.pathname = `/${database}`;
  await dropDatabase(owner, database);
  await owner.query(`create database ${database}`);
  await applyMigrations(own.href);
  const pool = openOwnerPool(own.href);
  await setUpQueues(pool);
  await pool.query(
    "insert into jurisdiction (id, slug, name, latitude, longitude) values ($1, 'bench', 'Bench', 39.3, -76.6)",
    [newId()],
  );
  await pool.end();
  const copy = await copyReports(own.href);
  const since = performance.now();
  const megabytes = await importReports(own.href);
  const seconds = (performance.now() - since) / 1000;
  await dropDatabase(owner, database);
  await rm(folder, { recursive: true, force: true });
  return { rows, seconds, copy, megabytes };
}
