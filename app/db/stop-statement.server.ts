import { database } from "./client.server";
import { connectionOf, type Tx } from "./transaction.server";

/**
 * How to stop the statement that a transaction is in, from beside it: the statement fails, and the transaction with it. Asked
 * on a connection of its own, as the login that began it; the role that both take may stop nobody's.
 */
export function statementStopper(tx: Tx): () => Promise<void> {
  const { processID = null } = (connectionOf(tx) ?? {}) as { processID?: number | null };
  return async () => {
    if (processID === null) return;
    const client = await database().pool.connect();
    try {
      await client.query("set role none");
      await client.query("select pg_cancel_backend($1)", [processID]);
    } finally {
      client.release(true);
    }
  };
}
