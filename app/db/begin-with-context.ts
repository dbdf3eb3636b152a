import type { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";

/** Settings that a transaction begins with, name to value; `sent` once they went with its BEGIN. */
export interface Beginning {
  settings: Record<string, string>;
  sent: boolean;
  /** Everything is read as it was when the transaction began. */
  snapshot?: boolean;
  /** The connection that the transaction is on. */
  client?: pg.PoolClient | pg.Client;
}

/**
 * Sends a transaction's settings in the same round trip as its BEGIN, when one is under way. Prisma sends BEGIN by
 * itself and leaves no other place for them. Whoever asked looks at `sent`, and sends them himself when it is false.
 */
export function beginWithContext(
  client: pg.PoolClient | pg.Client,
  beginnings: AsyncLocalStorage<Beginning>,
): void {
  const send = client.query.bind(client) as (...given: unknown[]) => unknown;
  const query = (config: unknown, ...rest: unknown[]): unknown => {
    const beginning = beginnings.getStore();
    const text = typeof config === "object" && config !== null && "text" in config ? config.text : config;
    if (!beginning || beginning.sent || text !== "BEGIN") return send(config, ...rest);
    beginning.sent = true;
    beginning.client = client;
    const settings = Object.entries(beginning.settings).map(
      ([name, value]) => `set_config(${client.escapeLiteral(name)}, ${client.escapeLiteral(value)}, true)`,
    );
    const begin = beginning.snapshot ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN";
    const both = `${begin}; SELECT ${settings.join(", ")}`;
    return send(typeof config === "string" ? both : { ...(config as object), text: both }, ...rest);
  };
  client.query = query as typeof client.query;
}
