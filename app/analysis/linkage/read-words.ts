import type { DuckDBConnection } from "@duckdb/node-api";

/** A table of raw cells and which columns it has, by role. */
export type Side = { table: string; columns: ReadonlySet<string> };

/** A distinct text of a column, with how often each side has it. */
export type Word = { raw: string; counts: number[] };

/** The distinct texts of a column on all sides, and of `more` tables of a side, in order. None where no side has the column. */
export async function readWords(
  connection: DuckDBConnection,
  sides: Side[],
  column: string,
  more: (side: number) => string[] = () => [],
): Promise<Word[]> {
  const parts = sides.flatMap(({ table, columns }, side) =>
    [...(columns.has(column) ? [table] : []), ...more(side)].map(
      (from) => `SELECT ${column} AS raw, ${side} AS side FROM ${from}`,
    ),
  );
  if (parts.length === 0) return [];
  const counts = sides.map((_, side) => `count(*) FILTER (WHERE side = ${side})`).join(", ");
  const reader = await connection.runAndReadAll(
    `SELECT raw, ${counts} FROM (${parts.join(" UNION ALL ")}) WHERE raw IS NOT NULL GROUP BY raw ORDER BY raw`,
  );
  return reader.getRows().map(([raw, ...found]) => ({ raw: String(raw), counts: found.map(Number) }));
}
