import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";

export interface ServerAccess {
  port: number;
  /** Of the server's superuser. */
  password: string;
  /** Of the databases' owner, who migrates them; a folder from before there was one is owned by the superuser. */
  migration?: string;
}

/** The superuser's address: to make databases' owner and to hold the server. */
export function serverUrl({ port, password }: Pick<ServerAccess, "port" | "password">): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** The owner's address of one database of the embedded server. */
export function urlOfDatabase(access: ServerAccess, database: string): string {
  const { port, password, migration } = access;
  const login = migration ? `upstream_migration:${migration}` : `postgres:${password}`;
  return `postgresql://${login}@127.0.0.1:${port}/${database}`;
}

async function canConnect(access: ServerAccess): Promise<boolean> {
  const client = new pg.Client({
    connectionString: serverUrl(access),
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Process ids come round again, after a restart of a container at once: only a postgres counts. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const comm = `/proc/${pid}/comm`;
  return (
    !existsSync("/proc/self/comm") || (existsSync(comm) && readFileSync(comm, "utf8").startsWith("postgres"))
  );
}

/**
 * The port of a server that already runs on the folder `cluster`, once it answers; undefined when there is none.
 * A pid file that a dead server left is removed.
 */
export async function findEmbeddedServer(cluster: string, password: string): Promise<number | undefined> {
  const pidFile = path.join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const lines = readFileSync(pidFile, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!isPostgres(pid)) {
    rmSync(pidFile, { force: true });
    return undefined;
  }
  for (let tries = 0; tries < 60; tries += 1) {
    if (await canConnect({ port, password })) return port;
    if (!isPostgres(pid)) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(
    `A PostgreSQL (process ${pid}) holds ${cluster} but does not answer. Stop it and start again.`,
  );
}
