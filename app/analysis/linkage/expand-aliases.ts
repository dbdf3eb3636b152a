import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { dropBarred } from "./apply-decisions";
import type { Sides } from "./linkage-sides";
import { firstStride } from "./pair-pattern";
import { readAliases } from "./read-aliases";
import type { Side } from "./read-words";

/**
 * Makes `alias_N` (id, first_name, last_name): a row for each other name of a side's records, the record's own name where
 * the alias leaves a part out. Answers how many there are.
 */
export async function loadAliases(
  connection: DuckDBConnection,
  { table, columns }: Side,
  side: number,
): Promise<number> {
  const found = columns.has("aliases")
    ? await connection.runAndReadAll(`SELECT id, aliases FROM ${table} WHERE aliases IS NOT NULL ORDER BY id`)
    : null;
  const rows = (found?.getRows() ?? []).flatMap(([id, raw]) =>
    readAliases(String(raw)).map(({ first, last }) => [String(id), first, last]),
  );
  await appendRows(connection, "said", ["id", "first", "last"], rows);
  const own = (column: string): string => (columns.has(column) ? `r.${column}` : "NULL::VARCHAR");
  await connection.run(
    `CREATE OR REPLACE TABLE alias_${side} AS
     SELECT s.id, coalesce(s.first, ${own("first_name")}) AS first_name, coalesce(s.last, ${own("last_name")}) AS last_name
     FROM said s JOIN ${table} r ON r.id = s.id`,
  );
  return rows.length;
}

/**
 * The sides as names: a record stands once under each of its names, with the record's number as `of`. The same sides where
 * nobody has another name.
 */
export const asNames = (sides: Sides, aliases: readonly number[]): Sides =>
  aliases.every((count) => count === 0)
    ? sides
    : { ...sides, left: "n0", right: sides.isWithin ? "n0" : "n1" };

/** A name that is missing comes after every one that is there. */
const afterAll = 4_294_967_296;

/**
 * Changes `pair` from pairs of names to pairs of records: of all their names the best levels stand, the first name's before
 * the last name's, and every rule that found any of them.
 */
export async function joinNames(
  connection: DuckDBConnection,
  { left, right, isWithin }: Sides,
): Promise<void> {
  const records = isWithin ? "least(l.of, r.of) AS a, greatest(l.of, r.of) AS b" : "l.of AS a, r.of AS b";
  const rank = `pattern + CASE WHEN pattern < ${firstStride} THEN ${afterAll} ELSE 0 END`;
  await connection.run(
    `CREATE OR REPLACE TABLE joined AS SELECT a, b, rules, best.* EXCLUDE (rank) FROM (
       SELECT a, b, bit_or(rules) AS rules,
         min({'rank': ${rank}, 'pattern': pattern, 'marks': marks, 'fbits': fbits, 'lbits': lbits}) AS best
       FROM (SELECT ${records}, p.* EXCLUDE (a, b) FROM pair p JOIN ${left} l ON l.rid = p.a JOIN ${right} r ON r.rid = p.b)
       WHERE NOT ${isWithin} OR a <> b GROUP BY a, b) ORDER BY a, b`,
  );
  await connection.run("DROP TABLE pair");
  await connection.run("ALTER TABLE joined RENAME TO pair");
  await dropBarred(connection, "pair");
}
