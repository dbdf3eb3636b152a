import type { DuckDBConnection } from "@duckdb/node-api";

/** Makes a table of texts. A null stays null. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly (string | null)[]>,
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE ${table} (${columns.map((column) => `${column} VARCHAR`).join(", ")})`,
  );
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
}
