import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { dropDatabase } from "./drop-database";
import { findEmbeddedServer, type ServerAccess, serverUrl, urlOfDatabase } from "./find-embedded-server";
import { findPostgresTools, runPostgresTool, serverIdentity } from "./run-postgres-tool";

export interface EmbeddedServer {
  /** The owner's address of the database. */
  url: string;
  port: number;
  /** True when the server was already running (an earlier portal was killed, or another command started it). */
  reused: boolean;
  /** Stops the server; waits until it is down. */
  stop(): Promise<void>;
  /** Stops the server unless a portal has taken it over meanwhile. */
  stopUnlessHeld(): Promise<void>;
  /** Throws everything in the database away. */
  recreateDatabase(): Promise<void>;
  /** Takes the server for one portal, as long as this process lives; false when another has it. `onLost`: the server ended. */
  hold(onLost?: () => void): Promise<boolean>;
}

export interface EmbeddedServerOptions {
  /** Folder that holds the server's files, e.g. ./data. */
  folder: string;
  database?: string;
  /** Server settings, name to value. */
  settings?: Record<string, string>;
}

/** Nothing a family said may reach the server's log: no statement, no detail of an error. */
const quietSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  jit: "off",
  // A search without a place ranks up to a hundred thousand rows: in memory, not on the disk.
  work_mem: "16MB",
  // A directory of 100,000 listings with its indexes is written in one transaction: found in memory, checkpointed seldom.
  shared_buffers: "512MB",
  wal_buffers: "16MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
};

/** `wanted` if nobody listens there, else any; so that whoever knows the server finds it again after a restart. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", (error) =>
      wanted === 0 ? reject(error) : resolve(freePort(0)),
    );
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

const logOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** Starts it and, where it does not, says what it said of why; its log holds no statement and no value. */
async function runToStart(begin: () => Promise<void>, cluster: string, log: string): Promise<void> {
  const before = logOf(log).length;
  await begin().catch((error: Error) => {
    const said = logOf(log)
      .slice(before)
      .match(/(?:FATAL|PANIC|could not).*/g)
      ?.at(-1);
    throw new Error(`The database in ${cluster} does not start. ${said ?? error.message}`);
  });
}

/** Who owns and migrates the databases: no superuser, but may make databases and the roles that others log in as. */
async function ensureOwner(server: pg.Client, migration: string): Promise<void> {
  const found = await server.query("select 1 from pg_roles where rolname = 'upstream_migration'");
  if (found.rowCount === 0)
    await server.query(
      `create role upstream_migration login createdb createrole password ${server.escapeLiteral(migration)}`,
    );
}

async function ensureDatabase(access: ServerAccess, database: string, anew = false): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl(access) });
  await server.connect();
  try {
    // Two commands that start at once make it one after the other.
    await server.query("select pg_advisory_lock(7310217)");
    if (access.migration) await ensureOwner(server, access.migration);
  } finally {
    await server.end();
  }
  const client = new pg.Client({ connectionString: urlOfDatabase(access, "postgres") });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7310217)");
    if (anew) await dropDatabase(client, database);
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the portal's own PostgreSQL in `folder`/postgres, or finds the one that already runs there
 * (after a kill -9 of the portal the server lives on). Port and password are kept in `folder`/postgres.json.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const folder = path.resolve(options.folder);
  const database = options.database ?? "upstream";
  const cluster = path.join(folder, "postgres");
  const accessFile = path.join(folder, "postgres.json");
  mkdirSync(folder, { recursive: true });
  const tools = await findPostgresTools();
  const identity = serverIdentity([folder, path.dirname(tools.initdb)]);

  if (!existsSync(path.join(cluster, "PG_VERSION"))) {
    await initialise(tools.initdb, identity, folder, cluster, accessFile);
  }
  const access = JSON.parse(readFileSync(accessFile, "utf8")) as ServerAccess;
  const running = await findEmbeddedServer(cluster, access.password);
  if (running === undefined) {
    access.port = await freePort(access.port);
    const settings = { ...quietSettings, ...options.settings, port: String(access.port) };
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value || "''"}`);
    const log = path.join(cluster, "server.log");
    const start = ["start", "-D", cluster, "-s", "-w", "-t", "60", "-l", log, "-o", flags.join(" ")];
    await runToStart(() => runPostgresTool(tools.pg_ctl, start, identity, cluster), cluster, log);
    writeFileSync(accessFile, JSON.stringify(access), { mode: 0o600 });
  } else {
    access.port = running;
  }
  await ensureDatabase(access, database);
  const stopWith = (...how: string[]) =>
    runPostgresTool(tools.pg_ctl, ["stop", "-D", cluster, "-s", ...how], identity, cluster);
  const stop = () =>
    stopWith("-m", "fast", "-w", "-t", "3").catch(() => stopWith("-m", "immediate", "-w", "-t", "2"));
  const hold = (onLost?: () => void) => holdServer(serverUrl(access), onLost);
  return {
    url: urlOfDatabase(access, database),
    port: access.port,
    reused: running !== undefined,
    stop,
    hold,
    recreateDatabase: () => ensureDatabase(access, database, true),
    stopUnlessHeld: async () => ((await hold()) ? stop() : undefined),
  };
}

/** A lock of the server itself: it goes with the process that held it, however that ended. */
async function holdServer(url: string, onLost: () => void = () => undefined): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: "upstream-portal" });
  client.on("error", () => undefined);
  await client.connect();
  const answer = await client.query<{ got: boolean }>("select pg_try_advisory_lock(7310214) as got");
  if (answer.rows[0]?.got) {
    client.once("end", onLost);
    return true;
  }
  await client.end();
  return false;
}

/** Made beside and moved into place, so that a kill half way leaves nothing that looks finished. */
async function initialise(
  initdb: string,
  identity: ReturnType<typeof serverIdentity>,
  folder: string,
  cluster: string,
  accessFile: string,
): Promise<void> {
  const fresh = path.join(folder, `postgres.new-${process.pid}`);
  const passwordFile = path.join(folder, `password-${process.pid}`);
  const password = randomBytes(18).toString("hex");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const made of [fresh, passwordFile]) {
    if (identity.uid !== undefined && identity.gid !== undefined) chownSync(made, identity.uid, identity.gid);
  }
  try {
    const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const who = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    await runPostgresTool(initdb, [`--pgdata=${fresh}`, ...who, ...locale], identity, fresh);
    const access: ServerAccess = { port: 0, password, migration: randomBytes(18).toString("hex") };
    writeFileSync(accessFile, JSON.stringify(access), { mode: 0o600 });
    renameSync(fresh, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}
