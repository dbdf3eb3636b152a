import { open } from "node:fs/promises";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { Refusal, type MappedColumn } from "./link-job";
import type { Header } from "./resolve-columns";

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** As much of a file as its first line may take. */
const mostOfHead = 1_000_000;

/** Every column by its place, and nothing guessed: DuckDB's guesses leave rows out. */
function csv({ file, names }: Header, isStrict: boolean): string {
  const columns = names.map((_, at) => `'c${at}': 'VARCHAR'`).join(", ");
  return `read_csv(${quote(file)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    strict_mode = ${isStrict}, columns = {${columns}})`;
}

/** What DuckDB says of a file, without the options that it advises and without the line's own words. */
function asRefusal(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !/CSV|utf-?8/i.test(error.message)) return error;
  const line = /CSV Error on Line: (\d+)/.exec(error.message)?.[1];
  const where = path.basename(file) + (line === undefined ? "" : ` line ${line}`);
  if (/not utf-8 encoded/i.test(error.message)) return new Refusal(`${where} is not UTF-8: save it as UTF-8`);
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(error.message);
  if (columns)
    return new Refusal(`${where} has other columns than the first line: ${columns[2]}, not ${columns[1]}`);
  const isOpen = error.message.includes("unterminated quote");
  return new Refusal(
    `${where} ${isOpen ? "opens a quotation mark and does not close it" : "is no CSV with commas"}`,
  );
}

/** The names of a file's columns, as written. Throws Refusal for an empty file and for one that is no UTF-8 or no CSV. */
export async function readHeader(file: string): Promise<Header> {
  const handle = await open(file, "r");
  const name = path.basename(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostOfHead), 0, mostOfHead, 0);
    const start = buffer.subarray(0, bytesRead);
    if (bytesRead === 0) throw new Refusal(`${name} is empty`);
    if (start.subarray(0, 4096).includes(0))
      throw new Refusal(`${name} is not UTF-8 (UTF-16, or no text): save it as UTF-8`);
    const end = /\r|\n/.exec(start.toString("latin1"))?.index ?? bytesRead;
    const [names = []] = parse(start.subarray(0, end), { bom: true, relax_column_count: true }) as string[][];
    return { file, names: names.map((column) => column.trim()) };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${name}: its first line cannot be read as CSV`);
  } finally {
    await handle.close();
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
  header: Header,
  columns: MappedColumn[],
): Promise<number> {
  const select = [...rawColumns(columns)].map(
    ([name, { column }]) => `nullif(trim(c${header.names.indexOf(column)}), '') AS ${name}`,
  );
  const load = (isStrict: boolean) =>
    connection.run(`CREATE TABLE ${table} AS SELECT ${select.join(", ")} FROM ${csv(header, isStrict)}`);
  try {
    await load(true).catch((error: unknown) => {
      // Lines that end now in one way and now in another are still lines.
      if (error instanceof Error && error.message.includes("invalid state")) return load(false);
      throw error;
    });
  } catch (error) {
    throw asRefusal(header.file, error);
  }
  return refuseBadIds(connection, table, header.file);
}
