import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  extractTables,
  measuredColumns,
  type ExtractColumn,
  type ExtractTable,
} from "../domain/reports/extract-columns";
import { isUnreadableSql, quote, typedSql } from "./read-column-sql";
import type { CountJob, Unreadable } from "./count-job";

async function readHeader(connection: DuckDBConnection, file: string): Promise<Set<string>> {
  const reader = await connection.runAndReadAll(
    `DESCRIBE SELECT * FROM read_csv(${quote(file)}, all_varchar = true, header = true)`,
  );
  return new Set(
    reader.getRowObjects().map((row) =>
      String(row["column_name"])
        .trim()
        .replace(/^\uFEFF/, ""),
    ),
  );
}

/** How many cells of each column of a file cannot be read. */
async function findUnreadable(
  connection: DuckDBConnection,
  table: ExtractTable,
  source: string,
  columns: ExtractColumn[],
): Promise<Unreadable[]> {
  if (columns.length === 0) return [];
  const counts = columns.map(
    (column) => `count(*) FILTER (WHERE ${isUnreadableSql(column)}) AS "${column.name}"`,
  );
  const reader = await connection.runAndReadAll(`SELECT ${counts.join(", ")} FROM ${source}`);
  const found = reader.getRowObjects()[0] ?? {};
  return columns.flatMap(({ name }) => {
    const cells = Number(found[name]);
    return cells === 0 ? [] : [{ table, column: name, cells }];
  });
}

export type Loaded = {
  faults: Record<ExtractTable, string[]>;
  present: Record<ExtractTable, ReadonlySet<string>>;
  unreadable: Unreadable[];
};

/**
 * Makes one table or view a file, typed and with every column of the contract (absent ones empty). Answers, for each
 * table, what makes it unusable: its file name when it is absent, `table.column` when a needed column is; the columns that it
 * has; and the columns that hold what cannot be read.
 */
export async function loadExtract(connection: DuckDBConnection, job: CountJob): Promise<Loaded> {
  const faults = {} as Record<ExtractTable, string[]>;
  const presentIn = {} as Record<ExtractTable, ReadonlySet<string>>;
  const wrong: Unreadable[] = [];
  for (const table of extractTables) {
    const file = job.files[table];
    const present = file === undefined ? new Set<string>() : await readHeader(connection, file);
    presentIn[table] = present;
    const columns = measuredColumns(table);
    const lacking = columns.filter((column) => column.needed && !present.has(column.name));
    faults[table] =
      file === undefined ? [`${table}.csv`] : lacking.map((column) => `${table}.${column.name}`);
    const source =
      file === undefined
        ? "(SELECT 1) WHERE false"
        : `read_csv(${quote(file)}, all_varchar = true, header = true)`;
    if (file !== undefined)
      wrong.push(
        ...(await findUnreadable(
          connection,
          table,
          source,
          columns.filter(({ name }) => present.has(name)),
        )),
      );
    const typed = `SELECT ${columns.map((column) => typedSql(column, present.has(column.name))).join(", ")} FROM ${source}`;
    await store(connection, job.parquetFolder, table, typed);
  }
  return { faults, present: presentIn, unreadable: wrong };
}

async function store(
  connection: DuckDBConnection,
  folder: string | null,
  table: ExtractTable,
  typed: string,
): Promise<void> {
  if (folder === null) {
    await connection.run(`CREATE OR REPLACE TABLE "${table}" AS ${typed}`);
    return;
  }
  const file = quote(path.join(folder, `${table}.parquet`));
  await connection.run(`COPY (${typed}) TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
  await connection.run(`CREATE OR REPLACE VIEW "${table}" AS SELECT * FROM read_parquet(${file})`);
}
