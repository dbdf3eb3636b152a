import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { beginWithSettings, type Underway } from "./begin-with-settings";
import { PrismaClient } from "./generated/client";
import { survivingIdleLoss } from "./owner-pool";

export { openOwnerPool } from "./owner-pool";
import { statementNames } from "./name-statement";

export interface Database {
  /** Every query runs under row-level security. */
  prisma: PrismaClient;
  pool: pg.Pool;
  /** The transaction that is under way here. */
  transactions: AsyncLocalStorage<Underway>;
  url: string;
  close(): Promise<void>;
}

/** Beyond one module: the server and the Remix bundle each hold a copy of this file, but share one pool. */
const shared = globalThis as typeof globalThis & { upstreamDatabase?: Database };

/** What a process may do: a page, or jobs and commands as well. Neither owns anything; both are under row-level security. */
export type DatabaseRole = "upstream_app" | "upstream_worker";

/** Opens the application's pool on `url`: the login connects, and takes its role at once. */
export function openDatabase(url: string, max = 10, role: DatabaseRole = "upstream_worker"): Database {
  const pool = survivingIdleLoss(
    new pg.Pool({
      connectionString: url,
      max,
      options: `-c role=${role}`,
      application_name: "upstream",
      connectionTimeoutMillis: 5_000,
    }),
  );
  const transactions = new AsyncLocalStorage<Underway>();
  pool.on("connect", (connection) => beginWithSettings(connection, transactions));
  // The same pool, by the copy of pg's types that the adapter carries.
  const samePool = pool as unknown as ConstructorParameters<typeof PrismaPg>[0];
  const adapter = new PrismaPg(samePool, { statementNameGenerator: statementNames() });
  const prisma = new PrismaClient({ adapter });
  const close = async () => {
    if (shared.upstreamDatabase?.pool === pool) delete shared.upstreamDatabase;
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return { prisma, pool, transactions, url, close };
}

/** Makes `url` this process's database; an earlier one is left to whoever opened it. */
export function connectDatabase(url: string, max?: number, role?: DatabaseRole): Database {
  if (shared.upstreamDatabase?.url !== url) shared.upstreamDatabase = openDatabase(url, max, role);
  return shared.upstreamDatabase;
}

/** This process's database, if it is the one at `url`. */
export function connectedDatabase(url: string): Database | null {
  return shared.upstreamDatabase?.url === url ? shared.upstreamDatabase : null;
}

/** This process's database. Throws when nothing was connected yet. */
export function database(): Database {
  if (!shared.upstreamDatabase) throw new Error("No database: call connectDatabase(url) at start-up.");
  return shared.upstreamDatabase;
}
