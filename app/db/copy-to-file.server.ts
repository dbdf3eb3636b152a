import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { to } from "pg-copy-streams";
import { connectionOf, type Tx } from "./transaction.server";

/**
 * Writes what a query finds as CSV with a header into a new file that only this user may read, row by row as PostgreSQL
 * sends them. The query must come from the program, never from input. Throws what PostgreSQL or the disk says, and on a
 * transaction whose connection is not at hand.
 */
export async function copyToFile(tx: Tx, query: string, file: string): Promise<void> {
  const connection = connectionOf(tx);
  if (!connection) throw new Error("This transaction's connection is not at hand.");
  const rows = connection.query(to(`copy (${query}) to stdout with (format csv, header)`));
  await pipeline(rows, createWriteStream(file, { mode: 0o600, flags: "wx" }));
}
