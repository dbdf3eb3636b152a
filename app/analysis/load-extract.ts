import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountJob, ExtractTable } from "./count-job";

type Column = { name: string; type: "text" | "day" | "yes"; needed?: boolean };
const text = (name: string, needed = false): Column => ({ name, type: "text", needed });
const day = (name: string, needed = false): Column => ({ name, type: "day", needed });

/** The columns the engine reads; a needed one that a file lacks blocks every measure that reads the file. */
const columns: Record<ExtractTable, Column[]> = {
  children: [text("child_id", true), day("dob"), text("sex"), text("race_codes"), text("hispanic")],
  reports: [
    text("report_id", true),
    text("child_id", true),
    day("report_date", true),
    day("incident_date"),
    text("screen_decision"),
    text("disposition"),
    { name: "fatality", type: "yes" },
  ],
  removals: [text("removal_id"), text("child_id", true), day("entry_date", true), day("exit_date")],
  referrals: [
    ...[
      text("referral_id", true),
      text("family_id"),
      text("child_id"),
      day("sent", true),
      text("status"),
      day("first_contact"),
    ],
    ...[
      day("enrolled"),
      day("closed"),
      text("close_reason"),
      day("exit"),
      text("exit_reason"),
      text("language"),
      text("area"),
    ],
  ],
  sessions: [text("referral_id", true), day("date"), { name: "attended", type: "yes" }],
  index: [
    ...[text("child_id", true), day("index_date", true), day("left_jurisdiction"), day("death_date")],
    ...[text("person_id"), text("origin_report_id"), text("language"), text("area")],
  ],
};

const quote = (literal: string): string => `'${literal.replaceAll("'", "''")}'`;

function select(column: Column, present: Set<string>): string {
  const raw = present.has(column.name) ? `nullif(trim("${column.name}"), '')` : "CAST(NULL AS VARCHAR)";
  if (column.type === "day") return `try_cast(left(${raw}, 10) AS DATE) AS "${column.name}"`;
  if (column.type === "yes")
    return `coalesce(lower(${raw}) IN ('true', '1', 'yes'), false) AS "${column.name}"`;
  return `${raw} AS "${column.name}"`;
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
  for (const table of Object.keys(columns) as ExtractTable[]) {
    const file = job.files[table];
    const present = file === undefined ? new Set<string>() : await readHeader(connection, file);
    const lacking = columns[table].filter((column) => column.needed && !present.has(column.name));
    faults[table] =
      file === undefined ? [`${table}.csv`] : lacking.map((column) => `${table}.${column.name}`);
    const source =
      file === undefined
        ? "(SELECT 1) WHERE false"
        : `read_csv(${quote(file)}, all_varchar = true, header = true)`;
    const typed = `SELECT ${columns[table].map((column) => select(column, present)).join(", ")} FROM ${source}`;
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
