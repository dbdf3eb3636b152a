import { randomBytes } from "node:crypto";
import pg from "pg";
import { newId } from "../../app/domain/kernel/ids";
import type { WrittenRows } from "./capture-rows";
import type { Work } from "./drive-load";

type Statement = { name: string; text: string };

function statementOf(written: WrittenRows, at: number): Statement {
  const names = written.columns.map((column) => pg.escapeIdentifier(column));
  const name = `bare-${at}`;
  if (written.update) {
    const set = names.map((column, n) => `${column} = $${n + 1}`).join(", ");
    return {
      name,
      text: `update ${written.table} set ${set} where id = $${written.columns.indexOf("id") + 1}`,
    };
  }
  const tuples = written.rows.map(
    (row, r) => `(${row.map((_, n) => `$${r * row.length + n + 1}`).join(", ")})`,
  );
  return { name, text: `insert into ${written.table} (${names.join(", ")}) values ${tuples.join(", ")}` };
}

/** Every id that the captured send made; a repetition replaces each by one of its own, wherever it stands. */
function madeIds(all: WrittenRows[]): string[] {
  const made = all.filter((one) => !one.update);
  return [
    ...new Set(
      made.flatMap((one) =>
        one.ownIds.flatMap((column) => one.rows.map((row) => row[one.columns.indexOf(column)] ?? "")),
      ),
    ),
  ];
}

/** The call that the captured send belonged to. */
function callIds(all: WrittenRows[]): string[] {
  return all
    .filter((one) => one.update && one.table === "public.intake_call")
    .map((one) => one.rows[0]?.[one.columns.indexOf("id")] ?? "");
}

function valuesOf(written: WrittenRows, fresh: (text: string) => string): (string | null)[] {
  return written.rows.flatMap((row) =>
    row.map((value, n) => {
      if (value === null) return null;
      if (!written.update && written.unique.includes(written.columns[n] ?? ""))
        return randomBytes(24).toString("hex").slice(0, Math.max(8, value.length));
      return fresh(value);
    }),
  );
}

/**
 * The same rows written bare: one transaction, one prepared statement for each statement that wrote rows, through pg
 * as the tables' owner (no row-level security, no reading, no rule). `calls` are calls that nobody referred from yet.
 */
export function writeBare(pool: pg.Pool, captured: WrittenRows[], calls: () => string): Work {
  const statements = captured.map(statementOf);
  const made = madeIds(captured);
  const called = callIds(captured);
  const known = new RegExp([...made, ...called].join("|"), "g");
  return async () => {
    const ids = new Map([
      ...made.map((id) => [id, newId()] as const),
      ...called.map((id) => [id, calls()] as const),
    ]);
    const fresh = (text: string): string => text.replace(known, (id) => ids.get(id) ?? id);
    const client = await pool.connect();
    try {
      await client.query("begin");
      for (const [at, written] of captured.entries()) {
        await client.query({ ...statements[at]!, values: valuesOf(written, fresh) });
      }
      await client.query("commit");
    } finally {
      client.release();
    }
  };
}
