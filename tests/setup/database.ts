import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { connectDatabase, openOwnerPool } from "../../app/db/client.server";
import { dropDatabase } from "../../app/db/drop-database";
import { PrismaClient } from "../../app/db/generated/client";
import {
  inTransaction,
  type RowContext,
  type TransactionOptions,
  type Tx,
} from "../../app/db/transaction.server";

export interface TestDatabase {
  /** The application's client: role upstream_worker, row-level security on. Without a context it sees no family. */
  prisma: PrismaClient;
  /** The application's own transaction, on this database. */
  inTransaction<T>(
    context: RowContext,
    run: (tx: Tx) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** The tables' owner, above row-level security: to arrange and to look behind the curtain. */
  owner: pg.Pool;
  /** The owner through Prisma. */
  arrange: PrismaClient;
  url: string;
}

let made = 0;

async function onServer(run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  try {
    // Copying takes the template for itself: files that start together wait for each other.
    await client.query("select pg_advisory_lock(7310214)");
    await run(client);
  } finally {
    await client.end();
  }
}

/**
 * A migrated, empty database of this test file's own, on the real PostgreSQL; gone when the file is done.
 * It is also this process's database, so desk loaders and `inTransaction` reach it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  made += 1;
  const name = `test_${process.ppid}_${process.pid}_${made}_${Date.now().toString(36)}`;
  await onServer((client) => client.query(`create database ${name} template ${inject("template")}`));
  const url = new URL(inject("serverUrl"));
  url.pathname = `/${name}`;
  const database = connectDatabase(url.href, 8);
  const owner = openOwnerPool(url.href, 3);
  const arrange = new PrismaClient({ adapter: new PrismaPg({ connectionString: url.href, max: 2 }) });
  afterAll(async () => {
    await arrange.$disconnect();
    await database.close();
    await owner.end();
    await onServer((client) => dropDatabase(client, name));
  });
  return {
    prisma: database.prisma,
    inTransaction: (context, run, options) =>
      inTransaction(context, run, { ...options, prisma: database.prisma }),
    owner,
    arrange,
    url: url.href,
  };
}
