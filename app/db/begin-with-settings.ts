import type { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";

type Connection = pg.PoolClient | pg.Client;

/** A transaction under way. */
export interface Underway {
  /** Settings of the transaction alone, name to value, that are to go with its BEGIN; null once they went. */
  settings: Record<string, string> | null;
  /** What it is on, once it has begun. */
  connection: Connection | null;
}

const textOf = (config: unknown): unknown =>
  typeof config === "object" && config !== null && "text" in config ? config.text : config;

/**
 * Prisma sends BEGIN by itself and keeps the connection to itself: here both are met. COPY needs the connection, and a
 * transaction's settings go in the same message as its BEGIN (a tenth of a page; docs/performance.md).
 */
export function beginWithSettings(connection: Connection, transactions: AsyncLocalStorage<Underway>): void {
  const send = connection.query.bind(connection) as (...given: unknown[]) => unknown;
  const query = (config: unknown, ...rest: unknown[]): unknown => {
    const underway = transactions.getStore();
    if (!underway || underway.connection) return send(config, ...rest);
    underway.connection = connection;
    // Of another text it is not known whether settings may stand behind it.
    if (textOf(config) !== "BEGIN" || !underway.settings) return send(config, ...rest);
    const settings = Object.entries(underway.settings).map(
      ([name, value]) =>
        `set_config(${connection.escapeLiteral(name)}, ${connection.escapeLiteral(value)}, true)`,
    );
    underway.settings = null;
    const both = `BEGIN; SELECT ${settings.join(", ")}`;
    return send(typeof config === "string" ? both : { ...(config as object), text: both }, ...rest);
  };
  connection.query = query as typeof connection.query;
}
