import type { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";

/** A transaction under way and, once it has begun, the connection that it is on. */
export interface Underway {
  connection: pg.PoolClient | pg.Client | null;
}

/** Prisma keeps the connection of a transaction to itself, and COPY needs it: the first thing sent in one tells it. */
export function noteConnection(
  connection: pg.PoolClient | pg.Client,
  transactions: AsyncLocalStorage<Underway>,
): void {
  const send = connection.query.bind(connection) as (...given: unknown[]) => unknown;
  const query = (...given: unknown[]): unknown => {
    const underway = transactions.getStore();
    if (underway) underway.connection ??= connection;
    return send(...given);
  };
  connection.query = query as typeof connection.query;
}
