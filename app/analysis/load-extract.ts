import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  extractTables,
  measuredColumns,
  type ExtractColumn,
  type ExtractTable,
} from "../domain/reports/extract-columns";
import { yesWords, type WordList } from "../domain/reports/extract-words";
import type { CountJob, Unreadable } from "./count-job";

const quote = (literal: string): string => `'${literal.replaceAll("'", "''")}'`;

const listed = (words: Iterable<string>): string => [...words].map(quote).join(", ");
const yes = listed([...yesWords].flatMap(([word, value]) => (value ? [word] : [])));

/** The numbers of NCANDS with or without their leading zero. */
const plainWord = (raw: string): string => `regexp_replace(lower(${raw}), '^0+([0-9])', '\\1')`;

/** A listed word by any of its names. */
function wordSql(raw: string, words: WordList): string {
  const plain = plainWord(raw);
  const cases = [...words].filter(([name, word]) => word !== null && name !== word);
  const named = cases.map(([name, word]) => `WHEN ${quote(name)} THEN ${quote(word ?? "")}`).join(" ");
  return named === "" ? `lower(${raw})` : `CASE ${plain} ${named} ELSE lower(${raw}) END`;
}

const rawOf = (name: string): string => `nullif(trim("${name}"), '')`;

/** Whether a cell says something that its column cannot mean: left out, it would be counted as if it had not happened. */
function unreadable({ name, kind, key }: ExtractColumn): string {
  const raw = rawOf(name);
  const isWrong =
    kind === "date"
      ? `try_cast(left(${raw}, 10) AS DATE) IS NULL OR NOT regexp_full_match(${raw}, '\\d{4}-\\d{2}-\\d{2}([T ].*)?')`
      : kind === "yes"
        ? `lower(${raw}) NOT IN (${listed(yesWords.keys())})`
        : typeof kind === "object" && "word" in kind
          ? `${plainWord(raw)} NOT IN (${listed(kind.word.keys())})`
          : "false";
  return `CASE WHEN ${raw} IS NULL THEN ${key} ELSE ${isWrong} END`;
}

/** A column of the file with its type. */
function select({ name, kind }: ExtractColumn, present: Set<string>): string {
  const raw = present.has(name) ? rawOf(name) : "CAST(NULL AS VARCHAR)";
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

/** How many cells of each column of a file cannot be read. */
async function findUnreadable(
  connection: DuckDBConnection,
  table: ExtractTable,
  source: string,
  columns: ExtractColumn[],
): Promise<Unreadable[]> {
  if (columns.length === 0) return [];
  const counts = columns.map((column) => `count(*) FILTER (WHERE ${unreadable(column)}) AS "${column.name}"`);
  const reader = await connection.runAndReadAll(`SELECT ${counts.join(", ")} FROM ${source}`);
  const found = reader.getRowObjects()[0] ?? {};
  return columns.flatMap(({ name }) => {
    const cells = Number(found[name]);
    return cells === 0 ? [] : [{ table, column: name, cells }];
  });
}

type Loaded = { faults: Record<ExtractTable, string[]>; unreadable: Unreadable[] };

/**
 * Makes one table or view a file, typed and with every column of the contract (absent ones empty). Answers, for each
 * table, what makes it unusable: its file name when it is absent, `table.column` when a needed column is; and the columns
 * that hold what cannot be read.
 */
export async function loadExtract(connection: DuckDBConnection, job: CountJob): Promise<Loaded> {
  const faults = {} as Record<ExtractTable, string[]>;
  const wrong: Unreadable[] = [];
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
    if (file !== undefined)
      wrong.push(
        ...(await findUnreadable(
          connection,
          table,
          source,
          columns.filter(({ name }) => present.has(name)),
        )),
      );
    const typed = `SELECT ${columns.map((column) => select(column, present)).join(", ")} FROM ${source}`;
    await store(connection, job.parquetFolder, table, typed);
  }
  return { faults, unreadable: wrong };
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
