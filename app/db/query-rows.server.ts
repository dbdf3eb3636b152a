import type { Prisma } from "./generated/client";
import { statementNames } from "./name-statement";
import { connectionOf, type Tx } from "./transaction.server";

const nameOf = statementNames();

/**
 * Rows of a statement on the transaction's own connection, as `pg` reads them: for the few large answers that Prisma
 * would read twice. Integers, text, JSON and dates only; what Prisma turns into its own types comes as `pg` gives it.
 */
export async function queryRows<T>(tx: Tx, statement: Prisma.Sql): Promise<T[]> {
  const connection = connectionOf(tx);
  if (!connection) return tx.$queryRaw<T[]>(statement);
  const { text, values } = statement;
  return (await connection.query({ name: nameOf({ sql: text, args: values }), text, values })).rows as T[];
}
