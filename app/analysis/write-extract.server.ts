import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { once } from "node:events";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import type { CountJob, ExtractTable } from "./count-job";

export type RowBatch = { table: ExtractTable; rows: Record<string, string | null>[] };

/** The header of each file, so that a table without rows is a file without rows. */
const headers: Record<ExtractTable, string[]> = {
  children: ["child_id", "dob", "sex", "race_codes", "hispanic"],
  reports: [
    "report_id",
    "child_id",
    "report_date",
    "incident_date",
    "screen_decision",
    "disposition",
    "fatality",
  ],
  removals: ["removal_id", "child_id", "entry_date", "exit_date"],
  referrals: [
    ...[
      "referral_id",
      "family_id",
      "child_id",
      "sent",
      "status",
      "first_contact",
      "enrolled",
      "closed",
      "close_reason",
      "exit",
      "exit_reason",
    ],
    ...["language", "area"],
  ],
  sessions: ["referral_id", "date", "attended"],
  index: [
    "child_id",
    "index_date",
    "left_jurisdiction",
    "death_date",
    "person_id",
    "origin_report_id",
    "language",
    "area",
  ],
};

/** Writes batches of rows as the CSV files of contracts.md in a folder, one batch in memory at a time. */
export async function writeExtract(
  folder: string,
  batches: AsyncIterable<RowBatch>,
): Promise<CountJob["files"]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const tables = Object.keys(headers) as ExtractTable[];
  const files = Object.fromEntries(
    tables.map((table) => [table, path.join(folder, `${table}.csv`)]),
  ) as Record<ExtractTable, string>;
  const streams = new Map(tables.map((table) => [table, createWriteStream(files[table], { mode: 0o600 })]));
  for (const table of tables) streams.get(table)?.write(`${headers[table].join(",")}\n`);
  for await (const { table, rows } of batches) {
    const stream = streams.get(table);
    if (stream && !stream.write(stringify(rows, { columns: headers[table] }))) await once(stream, "drain");
  }
  await Promise.all([...streams.values()].map((stream) => once(stream.end(), "close")));
  return files;
}
