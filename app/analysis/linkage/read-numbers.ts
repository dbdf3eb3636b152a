import type { DuckDBConnection } from "@duckdb/node-api";

/** The rows of a query as numbers. */
export const readNumbers = async (connection: DuckDBConnection, sql: string): Promise<number[][]> =>
  (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
