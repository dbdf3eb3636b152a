import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  extractTables,
  measuredColumns,
  type ExtractColumn,
  type ExtractTable,
} from "../domain/reports/extract-columns";
import { yesWords, type WordList } from "../domain/reports/extract-words";
import type { CountJob } from "./count-job";

const quote = (literal: string): string => `'${literal.replaceAll("'", "''")}'`;

const yes = [...yesWords].flatMap(([word, value]) => (value ? [quote(word)] : [])).join(", ");

/** A listed word by any of its names, the numbers of NCANDS with or without their leading zero. */
function wordSql(raw: string, words: WordList): string {
  const plain = `regexp_replace(lower(${raw}), '^0+([0-9])', '\\1')`;
  const cases = [...words].filter(([name, word]) => word !== null && name !== word);
  const named = cases.map(([name, word]) => `WHEN ${quote(name)} THEN ${quote(word ?? "")}`).join(" ");
  return named === "" ? `lower(${raw})` : `CASE ${plain} ${named} ELSE lower(${raw}) END`;
}

/** A column of the file with its type; what cannot be read is missing. */
function select({ name, kind }: ExtractColumn, present: Set<string>): string {
  const raw = present.has(name) ? `nullif(trim("${name}"), '')` : "CAST(NULL AS VARCHAR)";
  if (kind === "date") return `try_cast(left(${raw}, 10) AS DATE) AS "${name}"`;
  if (kind === "yes") return `lower(${raw}) IN (${yes}) AS "${name}"`;
  if (typeof kind === "object" && "word" in kind) return `${wordSql(raw, kind.word)} AS "${name}"`;
  return `${raw} AS "${name}"`;
}

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

/**
 * Makes one table or view a file, typed and with every column of the contract (absent ones empty). Answers, for each
 * table, what makes it unusable: its file name when it is absent, `table.column` when a needed column is.
 */
export async function loadExtract(
  connection: DuckDBConnection,
  job: CountJob,
): Promise<Record<ExtractTable, string[]>> {
  const faults = {} as Record<ExtractTable, string[]>;
  for (const table of extractTables) {
    const file = job.files[table];
    const present = file === undefined ? new Set<string>() : await readHeader(connection, file);
    const columns = measuredColumns(table);
    const lacking = columns.filter((column) => column.needed && !present.has(column.name));
    faults[table] =
      file === undefined ? [`${table}.csv`] : lacking.map((column) => `${table}.${column.name}`);
    const source =
      file === undefined
        ? "(SELECT 1) WHERE false"
        : `read_csv(${quote(file)}, all_varchar = true, header = true)`;
    const typed = `SELECT ${columns.map((column) => select(column, present)).join(", ")} FROM ${source}`;
    await store(connection, job.parquetFolder, table, typed);
  }
  return faults;
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
