import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sides } from "./linkage-sides";
import { firstLevelSql, marksSql, patternSql } from "./pair-pattern";
import type { PatternCount } from "./train-model";

/** Pairs drawn at random, no more than this many; all of them where there are no more. */
const mostRandom = 1_000_000;

/** Columns of a record that a comparison reads as `l.name` or `r.name`. */
const readByLater = [
  ...new Set([...`${patternSql} ${marksSql}`.matchAll(/\b[lr]\.(\w+)/g)].map(([, name]) => name!)),
];
const carried = readByLater
  .flatMap((name) => [`l.${name} AS l_${name}`, `r.${name} AS r_${name}`])
  .join(", ");
const asCarried = (sql: string): string => sql.replace(/\b([lr])\.(\w+)/g, "$1_$2");

const frequency = (column: string, bits: string): string =>
  `(CASE WHEN l.${column} = r.${column} THEN greatest(l.${bits}, r.${bits}) ELSE 0 END)::FLOAT AS ${bits}`;

/** The comparison of each pair of `pairs` (a, b, and `more`). The first name's level comes first: others ask for it. */
export function compareSql(pairs: string, sides: Sides, more: readonly string[]): string {
  const kept = more.map((column) => `${column}, `).join("");
  return `SELECT a, b, ${kept}(${asCarried(patternSql)})::UINTEGER AS pattern, (${asCarried(marksSql)})::UTINYINT AS marks, fbits, lbits
    FROM (SELECT c.a, c.b, ${more.map((column) => `c.${column}, `).join("")}${firstLevelSql} AS first, ${carried},
      ${frequency("fn", "fbits")}, ${frequency("ln", "lbits")}
    FROM ${pairs} c JOIN ${sides.left} l ON c.a = l.rid JOIN ${sides.right} r ON c.b = r.rid)`;
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

/** Makes `pair` of `candidate`: its pattern, marks and the bits of its names. Answers the patterns of the candidates. */
export async function comparePairs(connection: DuckDBConnection, sides: Sides): Promise<PatternCount[]> {
  await connection.run(`CREATE OR REPLACE TABLE pair AS ${compareSql("candidate", sides, ["rule", "hits"])}`);
  await connection.run("DROP TABLE candidate");
  return countPatterns(connection, "pair");
}

/** Patterns of pairs that no rule chose; which ones is a matter of their rows' hash alone. */
export async function sampleRandomPairs(connection: DuckDBConnection, sides: Sides): Promise<PatternCount[]> {
  return countPatterns(connection, `(${compareSql(randomSql(sides), sides, [])})`);
}
