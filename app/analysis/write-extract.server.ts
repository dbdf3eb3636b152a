import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { once } from "node:events";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import {
  extractTables,
  measuredColumns,
  recordTables,
  type ExtractTable,
} from "../domain/reports/extract-columns";
import type { CountJob } from "./count-job";

export type RowBatch = { table: ExtractTable; rows: Record<string, string | null>[] };

/** The header of each file, so that a table without rows is a file without rows. */
const headerOf = (table: ExtractTable): string[] => measuredColumns(table).map(({ name }) => name);

/**
 * Writes batches of rows as the CSV files of contracts.md in a folder, one batch in memory at a time. A file of the agency
 * without rows is not there: the measures that need it are blocked, and not zero.
 */
export async function writeExtract(
  folder: string,
  batches: AsyncIterable<RowBatch>,
): Promise<CountJob["files"]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = Object.fromEntries(
    extractTables.map((table) => [table, path.join(folder, `${table}.csv`)]),
  ) as Record<ExtractTable, string>;
  const streams = new Map(
    extractTables.map((table) => [table, createWriteStream(files[table], { mode: 0o600 })]),
  );
  for (const table of extractTables) streams.get(table)?.write(`${headerOf(table).join(",")}\n`);
  const empty = new Set<ExtractTable>(recordTables);
  for await (const { table, rows } of batches) {
    if (rows.length > 0) empty.delete(table);
    const stream = streams.get(table);
    if (stream && !stream.write(stringify(rows, { columns: headerOf(table) }))) await once(stream, "drain");
  }
  await Promise.all([...streams.values()].map((stream) => once(stream.end(), "close")));
  return Object.fromEntries(Object.entries(files).filter(([table]) => !empty.has(table as ExtractTable)));
}
