import { once } from "node:events";
import { from } from "pg-copy-streams";
import { connectionOf, type Tx } from "./transaction.server";

/** Sends lines of COPY's text form into a table, on a transaction's own connection. Throws what PostgreSQL says. */
export type CopyRows = (table: string, columns: readonly string[], lines: string) => Promise<void>;

/** Names must come from the program, never from input. Throws on a transaction whose connection is not at hand. */
export function copyRows(tx: Tx): CopyRows {
  return async (table, columns, lines) => {
    const connection = connectionOf(tx);
    if (!connection) throw new Error("This transaction's connection is not at hand.");
    const stream = connection.query(from(`copy ${table} (${columns.join(", ")}) from stdin`));
    const done = once(stream, "finish");
    stream.end(lines);
    await done;
  };
}

const any = /[\\\t\n\r]/;
const special = /[\\\t\n\r]/g;
const written: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** One value in COPY's text form; null is \N. NUL characters must be gone before. */
export function copyValue(value: string | number | boolean | null | readonly string[]): string {
  if (value === null) return "\\N";
  if (typeof value === "string")
    return !any.test(value) ? value : value.replace(special, (one) => written[one] ?? one);
  if (typeof value === "object") {
    const list = value.map((one) => `"${one.replace(/[\\"]/g, "\\$&")}"`).join(",");
    return `{${list}}`.replace(special, (one) => written[one] ?? one);
  }
  return String(value);
}
