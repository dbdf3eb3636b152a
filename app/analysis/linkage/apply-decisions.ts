import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sides } from "./linkage-sides";

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A pair as one whole number, which is joined far sooner than two. */
const key = "(a::UBIGINT * 4294967296 + b)";
/** Whether a pair is held together by a decision, as SQL over `a` and `b`. */
export const isHeld = `${key} IN (SELECT k FROM decided WHERE same)`;
/** Whether a decision keeps a pair apart, or gave its record of A to another. */
const isBarred = `(${key} IN (SELECT k FROM decided WHERE NOT same)
  OR (a IN (SELECT a FROM decided WHERE same) AND NOT ${isHeld}))`;

/** Makes `decided` (a, b, k, same) of a file of id_a, id_b and answer; empty without one. A pair of unknown ids is left out. */
export async function loadDecisions(
  connection: DuckDBConnection,
  { left, right }: Sides,
  file: string | undefined,
): Promise<void> {
  await connection.run("CREATE OR REPLACE TABLE decided (a UINTEGER, b UINTEGER, k UBIGINT, same BOOLEAN)");
  if (file === undefined) return;
  const cells = "columns = {'id_a': 'VARCHAR', 'id_b': 'VARCHAR', 'answer': 'VARCHAR'}";
  await connection.run(
    `INSERT INTO decided SELECT l.rid AS a, r.rid AS b, l.rid::UBIGINT * 4294967296 + r.rid, d.answer = 'same'
     FROM read_csv(${quote(file)}, auto_detect = false, header = true, ${cells}) d
     JOIN ${left} l ON l.id = d.id_a JOIN ${right} r ON r.id = d.id_b`,
  );
}

/** Takes from `table` (a, b) what decisions bar. */
export async function dropBarred(connection: DuckDBConnection, table: string): Promise<void> {
  await connection.run(`DELETE FROM ${table} WHERE ${isBarred}`);
}

/** Changes `candidate` to what decisions leave of it: barred pairs are compared by nobody, held ones by every run. */
export async function applyDecisions(connection: DuckDBConnection): Promise<void> {
  await dropBarred(connection, "candidate");
  await connection.run(
    `INSERT INTO candidate SELECT a, b, 0 FROM decided WHERE same AND k NOT IN (SELECT ${key} FROM candidate)`,
  );
}
