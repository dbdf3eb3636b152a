import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { RecordBatch } from "~/domain/reports/agency-record";
import { keptColumns } from "~/domain/reports/extract-columns";
import { writeCsv } from "~/interop/csv/write-csv";
import { demoExtract, demoExtractDays } from "../prisma/seeds/demo-extracts";
import { inventHistory } from "../prisma/seeds/invent-history";
import { needOption, readOptions, resolvePath, type Terminal } from "./command-words";

type Cell = string | number | boolean | null | readonly string[] | undefined;

function cellOf(value: Cell): string | number | null {
  if (typeof value === "boolean") return String(value);
  return typeof value === "object" && value !== null ? value.join(";") : (value ?? null);
}

/** A batch as the CSV of contracts.md section 1; columns that no row has are left out. */
function toCsv({ table, rows }: RecordBatch): string {
  const first: Readonly<Record<string, Cell>> = rows[0] ?? {};
  const columns = keptColumns(table).filter(({ field }) => field in first);
  return writeCsv(
    columns.map(({ name }) => name),
    rows.map((row: Readonly<Record<string, Cell>>) => columns.map(({ field }) => cellOf(row[field]))),
  );
}

/**
 * `upstream demo extracts --out DIR`: the three extracts of the told story's agency as files, a folder for each last day
 * (DIR/2026-05-15/children.csv ...). The same bytes every time; all people are invented.
 */
export async function writeDemoExtracts(typed: string[], terminal: Terminal): Promise<void> {
  const out = resolvePath(needOption(readOptions(typed, { out: { type: "string" } }).out, "out"));
  const { agency } = inventHistory("00000000-0000-7000-8000-000000000000");
  for (const day of demoExtractDays) {
    const folder = path.join(out, day);
    await mkdir(folder, { recursive: true });
    for (const batch of demoExtract(agency, day)) {
      await writeFile(path.join(folder, `${batch.table}.csv`), toCsv(batch));
      terminal.err(`${day}/${batch.table}.csv: ${batch.rows.length} rows\n`);
    }
  }
  terminal.out(`${out}\n`);
}
