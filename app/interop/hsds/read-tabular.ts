import { rearmFormula } from "../csv/disarm-formula";
import type { Stage } from "~/domain/directory/import/import-stage";
import type { HsdsTable } from "./hsds-field";
import { hsdsTables } from "./hsds-tables";
import { UnusableFiles } from "./import-report";
import { tableNamed } from "./import-tables";
import type { PackageFiles } from "./package-files";
import { readCsvFile } from "./read-csv-file";
import { rowTaker } from "./take-hsds-row";

/** Files of a package by the table they hold: `service_at_location.csv`, whatever singular or plural a source writes. */
export function tabularFiles(names: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of names) {
    const word = /^(.+)\.csv$/i.exec(name)?.[1];
    const table = word === undefined ? null : word === "physical_addresses" ? "address" : tableNamed(word);
    if (table && !files.has(table)) files.set(table, name);
  }
  return files;
}

const oldNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: { eligibility: "eligibility_description" },
  phone: { language: "" },
  taxonomy_term: { vocabulary: "taxonomy" },
};

async function readTable(stage: Stage, files: PackageFiles, table: HsdsTable, file: string): Promise<void> {
  let take: ReturnType<typeof rowTaker> | null = null;
  let count = 0;
  for await (const batch of readCsvFile(files, file, stage)) {
    if (take === null) {
      const fields = batch.header.map((name) => {
        const word = oldNames[table.name]?.[name] ?? name;
        return table.fields.find((field) => field.name === word) ?? null;
      });
      const needed = table.fields.filter(
        (field) => ["id", "name"].includes(field.name) && field.required && !fields.includes(field),
      );
      if (needed.length > 0)
        throw new UnusableFiles(
          `${file}: wrong header, without ${needed.map((field) => field.name).join(", ")}. It has: ${batch.header.slice(0, 12).join(", ").slice(0, 300)}`,
        );
      for (const [at, name] of batch.header.entries())
        if (!fields[at] && !(table.name === "location" && name === "town"))
          stage.warn({
            file,
            line: 1,
            column: name.slice(0, 60),
            reason: "not a column of HSDS 3.1 or of our profile: passed over",
            code: "unknown_column",
          });
      take = rowTaker(stage, table, fields);
    }
    for (const { line, cells } of batch.records) {
      await take({ file, line, cells: cells.map(rearmFormula) });
      count += 1;
      if (count % 100_000 === 0) stage.progress(`${file}: ${count} rows`);
    }
  }
  stage.progress(`${file}: ${count} rows read`);
}

/** Reads an HSDS 3.x tabular package, with or without its datapackage.json, table by table. Throws UnusableFiles. */
export async function readTabular(stage: Stage, files: PackageFiles): Promise<void> {
  const found = tabularFiles(files.names);
  for (const name of files.names)
    if (/\.csv$/i.test(name) && ![...found.values()].includes(name))
      stage.warn({
        file: name,
        line: null,
        column: null,
        reason: "not a table of HSDS: passed over",
        code: "unknown_file",
      });
  for (const table of hsdsTables) {
    const file = found.get(table.name);
    if (file) await readTable(stage, files, table, file);
  }
}
