import { rearmFormula } from "../csv/disarm-formula";
import type { Stage } from "~/domain/directory/import/import-stage";
import type { HsdsField, HsdsTable } from "./hsds-field";
import { hsdsTables } from "./hsds-tables";
import { UnusableFiles } from "./import-report";
import { eligibilityFiles, oldColumns, readOldCell } from "./old-names";
import type { PackageFiles } from "./package-files";
import { readCsvFile } from "./read-csv-file";
import { type TableFile, tableFiles } from "./table-files";
import { mayLackId, rowTaker } from "./take-hsds-row";
import { PassedOver } from "./told-passed-over";

/** Texts that stand in files of their own and belong to a service, by its id. */
type Eligibility = ReadonlyMap<string, string>;

interface Columns {
  header: readonly string[];
  /** By column of the file; null for what is passed over. */
  fields: readonly (HsdsField | null)[];
  /** What the file's name says, and the service's own text from another file. */
  added: readonly HsdsField[];
}

/** Which field each column of the file is. Throws UnusableFiles where what a row cannot be without has no column. */
function columnsOf(table: HsdsTable, from: TableFile, header: readonly string[], more: string[]): Columns {
  const named = (name: string) => table.fields.find((field) => field.name === name) ?? null;
  const fields = header.map((name) => {
    const old = from.columns?.[name] ?? oldColumns[table.name]?.[name];
    return old !== undefined && (from.columns?.[name] || !header.includes(old)) ? named(old) : named(name);
  });
  const needed = table.fields.filter(
    ({ name, required }) => ["id", "name"].includes(name) && required && !(name === "id" && mayLackId(table)),
  );
  const missing = needed.filter((field) => !fields.includes(field)).map((field) => field.name);
  if (missing.length > 0)
    throw new UnusableFiles(
      `${from.file}: wrong header, without ${missing.join(", ")}. It has: ${header.slice(0, 12).join(", ").slice(0, 300)}`,
    );
  const wanted = [...(mayLackId(table) ? ["id"] : []), ...Object.keys(from.fixed ?? {}), ...more];
  const added = wanted.flatMap((name) => {
    const field = named(name);
    return field && !fields.includes(field) ? [field] : [];
  });
  return { header, fields, added };
}

/** Reads one file into its table. Throws UnusableFiles. */
export async function readTableFile(
  stage: Stage,
  files: PackageFiles,
  from: TableFile,
  eligibility: Eligibility = new Map(),
): Promise<void> {
  const table = hsdsTables.find((one) => one.name === from.table);
  if (!table) return;
  const more = table.name === "service" && eligibility.size > 0 ? ["eligibility_description"] : [];
  const passed = new PassedOver(from.file);
  let reading: { columns: Columns; take: ReturnType<typeof rowTaker> } | null = null;
  let count = 0;
  for await (const batch of readCsvFile(files, from.file, stage)) {
    if (reading === null) {
      const columns = columnsOf(table, from, batch.header, more);
      const fields = [...columns.fields, ...columns.added];
      reading = { columns, take: rowTaker(stage, table, fields, from.prefix) };
    }
    const { columns, take } = reading;
    const { fields, header, added } = columns;
    for (const { line, cells } of batch.records) {
      for (const [at, cell] of cells.entries())
        if (!fields[at] && header[at] !== "town") passed.add(header[at] ?? "", cell);
      const own = cells.map((cell, at) => readOldCell(header[at] ?? "", rearmFormula(cell)));
      const id = own[header.indexOf("id")] ?? "";
      const extra = added.map(
        ({ name }) => from.fixed?.[name] ?? (more.includes(name) ? eligibility.get(id) : undefined),
      );
      await take({ file: from.file, line, cells: [...own, ...extra] });
      count += 1;
      if (count % 100_000 === 0) stage.progress(`${from.file}: ${count} rows`);
    }
  }
  passed.tell(
    stage,
    reading?.columns.header.filter((name, at) => !reading?.columns.fields[at] && name !== "town") ?? [],
  );
  stage.progress(`${from.file}: ${count} rows read`);
}

/** What files of eligibility say of each service, one text after the other. */
async function readEligibility(
  stage: Stage,
  files: PackageFiles,
  names: readonly string[],
): Promise<Eligibility> {
  const texts = new Map<string, string>();
  for (const file of names)
    for await (const { header, records } of readCsvFile(files, file, stage))
      for (const { cells } of records) {
        const [service, text] = ["service_id", "eligibility"].map((name) =>
          (cells[header.indexOf(name)] ?? "").trim(),
        );
        if (service && text) texts.set(service, [texts.get(service), text].filter(Boolean).join("\n"));
      }
  return texts;
}

/** Rows of files that are no table here, counted. */
export async function tellUnknownFiles(
  stage: Stage,
  files: PackageFiles,
  known: readonly string[],
): Promise<void> {
  for (const file of files.names) {
    if (!/\.csv$/i.test(file) || known.includes(file)) continue;
    let count = 0;
    const quiet = { reject: () => undefined, warn: () => undefined };
    for await (const { records } of readCsvFile(files, file, quiet)) count += records.length;
    const reason = `not a table of HSDS: ${count} rows passed over`;
    stage.warn({ file, line: null, column: null, reason, code: "unknown_file" });
  }
}

/** Reads an HSDS tabular package of any edition, with or without its datapackage.json, table by table. Throws UnusableFiles. */
export async function readTabular(stage: Stage, files: PackageFiles): Promise<void> {
  const found = await tableFiles(files);
  const texts = files.names.filter((name) => eligibilityFiles.has(name.replace(/\.csv$/i, "").toLowerCase()));
  await tellUnknownFiles(stage, files, [...found.map((one) => one.file), ...texts]);
  const eligibility = await readEligibility(stage, files, texts);
  for (const table of hsdsTables)
    for (const from of found)
      if (from.table === table.name) await readTableFile(stage, files, from, eligibility);
}
