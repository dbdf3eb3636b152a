import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sides } from "./linkage-sides";
import { firstLevelSql, marksSql, patternSql } from "./pair-pattern";
import { readNumbers } from "./read-numbers";
import type { PatternCount } from "./train-model";

/** Pairs drawn at random, no more than this many; all of them where there are no more. */
const mostRandom = 1_000_000;
type Tables = Pick<Sides, "left" | "right">;

const frequency = (column: string, bits: string): string =>
  `(CASE WHEN l.${column} = r.${column} THEN greatest(l.${bits}, r.${bits}) ELSE 0 END)::FLOAT AS ${bits}`;

/** Columns that may be empty on a whole side, and cost as much to carry as full ones. */
const mayBeEmpty = [
  "md",
  "mi",
  "sex",
  "sfx",
  "nr",
  "st",
  "un",
  "zip",
  "zs",
  "city",
  "ph",
  "em",
  "i1",
  "i2",
  "i3",
  "i4",
];

/** SQL over `l` and `r` with null for what a whole side never says. */
async function withoutEmpty(
  connection: DuckDBConnection,
  { left, right }: Tables,
): Promise<(sql: string) => string> {
  const empty = new Set<string>();
  for (const [name, table] of [
    ["l", left],
    ["r", right],
  ]) {
    const counts = mayBeEmpty.map((column) => `count(${column})`).join(", ");
    const [found = []] = await readNumbers(connection, `SELECT ${counts} FROM ${table}`);
    mayBeEmpty.forEach((column, at) => found[at] === 0 && empty.add(`${name}.${column}`));
  }
  return (sql) => sql.replace(/\b[lr]\.\w+/g, (column) => (empty.has(column) ? "NULL::VARCHAR" : column));
}

/**
 * Makes `target` of `pairs` (a, b, and `more`): pattern, marks and the bits of names. The first name's level is a table of
 * its own, because the others ask for it and DuckDB would work it out for each of them again.
 */
export async function compareInto(
  connection: DuckDBConnection,
  target: string,
  pairs: string,
  sides: Tables,
  more: readonly string[],
): Promise<void> {
  const kept = ["a", "b", ...more].map((column) => `c.${column}`).join(", ");
  const slim = await withoutEmpty(connection, sides);
  const joined = `JOIN ${sides.left} l ON c.a = l.rid JOIN ${sides.right} r ON c.b = r.rid`;
  await connection.run(
    `CREATE OR REPLACE TABLE begun AS SELECT ${kept}, (${slim(firstLevelSql)})::UTINYINT AS first FROM ${pairs} c ${joined}`,
  );
  await connection.run(
    `CREATE OR REPLACE TABLE ${target} AS SELECT ${kept}, (${slim(patternSql)})::UINTEGER AS pattern,
       (${slim(marksSql)})::UTINYINT AS marks, ${frequency("fn", "fbits")}, ${frequency("ln", "lbits")} FROM begun c ${joined}`,
  );
  await connection.run("DROP TABLE begun");
}

function randomSql({ left, right, isWithin, rows, totalPairs }: Sides): string {
  if (totalPairs <= mostRandom)
    return `(SELECT l.rid AS a, r.rid AS b FROM ${left} l, ${right} r ${isWithin ? "WHERE l.rid < r.rid" : ""})`;
  const each = Math.max(1, Math.ceil(mostRandom / rows[0]));
  const drawn = `SELECT rid AS a, (hash(rid::UBIGINT * 64 + k) % ${rows[1]})::UINTEGER AS b FROM ${left}, range(${each}) t(k)`;
  return `(SELECT * FROM (${drawn})${isWithin ? " WHERE a <> b" : ""})`;
}

export async function countPatterns(connection: DuckDBConnection, from: string): Promise<PatternCount[]> {
  const reader = await connection.runAndReadAll(
    `SELECT pattern, count(*) FROM ${from} GROUP BY pattern ORDER BY pattern`,
  );
  return reader.getRows().map(([pattern, count]) => ({ pattern: Number(pattern), count: Number(count) }));
}

/** Makes `pair` of `candidate`: its pattern, marks and the bits of its names. */
export async function comparePairs(connection: DuckDBConnection, sides: Sides): Promise<void> {
  await compareInto(connection, "pair", "candidate", sides, ["rules"]);
  await connection.run("DROP TABLE candidate");
}

/** Patterns of pairs that no rule chose; which ones is a matter of their rows' hash alone. */
export async function sampleRandomPairs(connection: DuckDBConnection, sides: Sides): Promise<PatternCount[]> {
  await compareInto(connection, "random", randomSql(sides), sides, []);
  const counts = await countPatterns(connection, "random");
  await connection.run("DROP TABLE random");
  return counts;
}
