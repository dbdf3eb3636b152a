import { open } from "node:fs/promises";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { Refusal, type MappedColumn } from "./link-job";
import type { Header } from "./resolve-columns";

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (column: string): string => `"${column.replaceAll('"', '""')}"`;
const csv = (file: string): string =>
  `read_csv(${quote(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', normalize_names = false)`;

/** Marks at a file's start, of encodings that are not UTF-8. */
async function refuseOtherEncodings(file: string): Promise<void> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    const name = path.basename(file);
    if (bytesRead === 0) throw new Refusal(`${name} is empty`);
    if (start.includes(0)) throw new Refusal(`${name} is not UTF-8 (UTF-16, or no text): save it as UTF-8`);
  } finally {
    await handle.close();
  }
}

/** DuckDB's first sentence about a file, without the options that it advises. */
function asRefusal(file: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const isFiles = /unicode|utf-?8|encoding|CSV Error|sniff/i.test(error.message);
  if (!isFiles) return error;
  const isEncoding = /unicode|utf-?8|encoding/i.test(error.message.split("\n").slice(0, 2).join(" "));
  const line = /Line: (\d+)/i.exec(error.message)?.[1];
  const where = path.basename(file) + (line === undefined ? "" : ` line ${line}`);
  const said = error.message
    .split("\n")
    .find((words) => /expected|missing|unterminated|quote|column/i.test(words));
  return new Refusal(
    isEncoding ? `${where} is not UTF-8: save it as UTF-8` : `${where}: ${said ?? "is no CSV with commas"}`,
  );
}

/** The names of a file's columns, as written. Throws Refusal for an empty file and for one that is no UTF-8 or no CSV. */
export async function readHeader(connection: DuckDBConnection, file: string): Promise<Header> {
  await refuseOtherEncodings(file);
  try {
    const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${csv(file)}`);
    return { file, names: reader.getRowObjects().map((row) => String(row["column_name"])) };
  } catch (error) {
    throw asRefusal(file, error);
  }
}

/** Names of a raw column: by role, and by number where a role may have several. */
export function rawColumns(columns: MappedColumn[]): Map<string, MappedColumn> {
  let identifiers = 0;
  return new Map(
    columns.map((one) => [one.role === "identifier" ? `identifier_${(identifiers += 1)}` : one.role, one]),
  );
}

async function refuseBadIds(connection: DuckDBConnection, table: string, file: string): Promise<number> {
  const reader = await connection.runAndReadAll(
    `SELECT count(*) AS rows, count(*) - count(id) AS without, count(id) - count(DISTINCT id) AS again FROM ${table}`,
  );
  const { rows, without, again } = reader.getRowObjects()[0] ?? {};
  const name = path.basename(file);
  if (Number(rows) === 0) throw new Refusal(`${name} has no rows`);
  if (Number(without) > 0) throw new Refusal(`${name}: ${String(without)} rows have no id`);
  if (Number(again) === 0) return Number(rows);
  const doubles = await connection.runAndReadAll(
    `SELECT id FROM ${table} GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 3`,
  );
  const first = doubles.getRowObjects().map((row) => String(row["id"]));
  throw new Refusal(`${name}: ${String(again)} rows repeat an id, such as ${first.join(", ")}`);
}

/** Makes `table` of a file's mapped columns, cells trimmed and empty ones null. Answers its rows; throws Refusal. */
export async function loadRecords(
  connection: DuckDBConnection,
  table: string,
  file: string,
  columns: MappedColumn[],
): Promise<number> {
  const select = [...rawColumns(columns)].map(
    ([name, { column }]) => `nullif(trim(${named(column)}), '') AS ${name}`,
  );
  try {
    await connection.run(`CREATE TABLE ${table} AS SELECT ${select.join(", ")} FROM ${csv(file)}`);
  } catch (error) {
    throw asRefusal(file, error);
  }
  return refuseBadIds(connection, table, file);
}
