import type { Stage } from "~/domain/directory/import/import-stage";
import { needsOfTitle } from "~/domain/directory/needs/needs";
import { UnusableFiles } from "./import-report";
import {
  mapOhanaAddress,
  mapOhanaContact,
  mapOhanaLocation,
  type OhanaMapping,
  type OhanaNotes,
  mapOhanaOrganization,
  mapOhanaPhone,
  mapOhanaService,
} from "./map-ohana-rows";
import { type OhanaFile, ohanaFiles, type OhanaRow, readColumns } from "./ohana-files";
import type { PackageFiles } from "./package-files";
import { readCsvFile } from "./read-csv-file";
import { readTableFile, tellUnknownFiles } from "./read-tabular";
import { withoutFormulaQuotes } from "./read-hsds-value";
import { repairText } from "./repair-text";
import { sourceIds } from "./source-id";
import { tableFiles } from "./table-files";
import { takeCategories } from "./take-ohana-categories";
import { listedColumns, takeLists } from "./take-ohana-lists";
import { PassedOver } from "./told-passed-over";

interface Reading {
  stage: Stage;
  files: PackageFiles;
  idOf: (table: string, id: string) => string;
  organizationOf: Map<string, string>;
}

/** Columns of running text; everything else goes into an index, or may. */
const longColumns = /description|eligibility|fees|application|transportation|areas|documents|keywords/;
const mostOf = (column: string): number =>
  /(^|_)id$/.test(column) ? 200 : longColumns.test(column) ? 1_000_000 : 2_000;

/** Cells that stop a whole row: NUL characters, what a spreadsheet would run, what no column holds. */
function spoilt(
  header: readonly string[],
  cells: readonly string[],
): { at: number; reason: string; code: string } | null {
  const long = cells.findIndex((cell, at) => Buffer.byteLength(cell) > mostOf(header[at] ?? ""));
  if (long >= 0) return { at: long, reason: "too long to be kept", code: "too_long" };
  const nul = cells.findIndex((cell) => cell.includes("\0"));
  if (nul >= 0) return { at: nul, reason: "holds a NUL byte", code: "nul_byte" };
  const formula = cells.findIndex((cell) => /^\s*[=@]/.test(cell));
  return formula >= 0
    ? { at: formula, reason: "starts like a spreadsheet formula", code: "formula_cell" }
    : null;
}

/** Rows of one file, each with its id; those that cannot be used are in the report. */
async function eachRow(
  { stage, files }: Reading,
  name: OhanaFile,
  take: (row: OhanaRow, line: number, notes: OhanaNotes) => Promise<void> | undefined | void,
): Promise<void> {
  const file = `${name}.csv`;
  if (!files.names.includes(file)) {
    stage.warn({ file, line: null, column: null, reason: "not in the folder", code: "missing_file" });
    return;
  }
  let count = 0;
  const passed = new PassedOver(file);
  const known: ReadonlySet<string> = new Set([...readColumns[name], ...listedColumns(name)]);
  for await (const { header, records } of readCsvFile(files, file, stage)) {
    const missing = ohanaFiles[name].columns.filter((column) => !header.includes(column));
    if (missing.length > 0)
      throw new UnusableFiles(
        `${file}: wrong header, without ${missing.join(", ")}. It has: ${header.slice(0, 12).join(", ").slice(0, 300)}`,
      );
    for (const { line, cells: written } of records) {
      const cells = written.map((cell) => (cell.startsWith("=") ? withoutFormulaQuotes(cell) : cell));
      const bad = spoilt(header, cells);
      for (const [at, cell] of cells.entries())
        if (!known.has(header[at] ?? "")) passed.add(header[at] ?? "", cell);
      const row = Object.fromEntries(header.map((column, at) => [column, repairText(cells[at] ?? "")]));
      if (bad) {
        const column = header[bad.at] ?? null;
        stage.reject({ file, line, column, reason: bad.reason, code: bad.code });
        continue;
      }
      count += 1;
      await take(row, line, {
        warn: (column, reason, code) => stage.warn({ file, line, column, reason, code }),
      });
    }
  }
  passed.tell(stage, passed.filled());
  stage.progress(`${name}: ${count} rows taken`);
}

function takeFile(
  reading: Reading,
  name: OhanaFile,
  table: string,
  map: (row: OhanaRow, notes: OhanaNotes) => OhanaMapping,
): Promise<void> {
  const { stage, idOf } = reading;
  let spoken = false;
  return eachRow(reading, name, async (row, line, notes) => {
    const file = `${name}.csv`;
    const id = (row["id"] ?? "").trim();
    const mapped =
      id === "" ? { refusal: { column: "id", reason: "no id", code: "no_id" } } : map(row, notes);
    if ("refusal" in mapped && typeof mapped.refusal === "object") {
      if (id !== "") stage.refuse(table, name === "mail_addresses" ? `mail:${id}` : id);
      stage.reject({ file, line, ...(mapped.refusal as { column: string; reason: string; code: string }) });
      return;
    }
    const values = mapped as Exclude<OhanaMapping, { refusal: unknown }>;
    if (!spoken)
      stage.speak(
        table,
        Object.keys(values).filter((column) => !["secret", "slug_words"].includes(column)),
      );
    spoken = true;
    const given = name === "mail_addresses" ? `mail:${id}` : id;
    await stage.add(table, { file, line, id: given, derivedId: idOf(name, id), values });
    if (table === "service") await takePlace(reading, row, id, line);
    await takeLists(stage, { name, row, id, line }, idOf);
  });
}

function takePlace({ stage, idOf }: Reading, row: OhanaRow, id: string, line: number) {
  const values = { service_id: id, location_id: (row["location_id"] ?? "").trim() };
  stage.speak("service_at_location", Object.keys(values));
  const derivedId = idOf("service_at_location", id);
  return stage.add("service_at_location", { file: "services.csv", line, id, derivedId, values });
}

/** Terms by their row id, to the code that names them. */
async function takeTerms(reading: Reading): Promise<Map<string, string>> {
  const { stage, idOf } = reading;
  const file = "taxonomy.csv";
  const codes = new Map<string, string>();
  const seen = new Set<string>();
  stage.speak("taxonomy_term", [
    "code",
    "name",
    "description",
    "parent_id",
    "facet",
    "taxonomy_id",
    "need_codes",
  ]);
  await eachRow(reading, "taxonomy", async (row, line) => {
    const [code, name] = [(row["taxonomy_id"] ?? "").trim(), (row["name"] ?? "").trim()];
    if (code === "" || name === "" || seen.has(code)) {
      const reason = seen.has(code) ? "code came before" : "no code or no name";
      stage.reject({ file, line, column: "taxonomy_id", reason, code: "bad_term" });
      return;
    }
    if (seen.size === 0) {
      stage.speak("taxonomy", ["name", "description"]);
      const values = { name: stage.source, description: `Terms of ${stage.source}` };
      await stage.add("taxonomy", {
        file,
        line: null,
        id: stage.source,
        derivedId: idOf("taxonomy", stage.source),
        values,
      });
    }
    seen.add(code);
    codes.set((row["id"] ?? "").trim(), code);
    const parent = (row["parent_id"] ?? "").trim();
    const values = {
      taxonomy_id: stage.source,
      code,
      name,
      description: name,
      parent_id: parent === "" ? null : parent,
      facet: (row["type"] ?? "").trim() || null,
      need_codes: needsOfTitle(name),
    };
    await stage.add("taxonomy_term", {
      file,
      line,
      id: code,
      derivedId: idOf("taxonomy_term", code),
      values,
    });
  });
  return codes;
}

/** Reads the older Ohana / HSDS 1.x CSV form. Throws UnusableFiles. */
export async function readOhana(stage: Stage, files: PackageFiles): Promise<void> {
  for (const [file, { needed }] of Object.entries(ohanaFiles))
    if (needed && !files.names.includes(`${file}.csv`))
      throw new UnusableFiles(`${file}.csv is not in the folder, and an import needs it.`);
  const idOf = sourceIds(stage.jurisdictionId, stage.source);
  const reading: Reading = { stage, files, idOf, organizationOf: new Map() };
  const { organizationOf } = reading;
  const codes = await takeTerms(reading);
  await takeFile(reading, "organizations", "organization", mapOhanaOrganization);
  await takeFile(reading, "locations", "location", (row) => {
    organizationOf.set((row["id"] ?? "").trim(), (row["organization_id"] ?? "").trim());
    return mapOhanaLocation(row);
  });
  await takeFile(reading, "services", "service", (row) => mapOhanaService(row, organizationOf));
  await takeFile(reading, "addresses", "address", mapOhanaAddress("physical"));
  await takeFile(reading, "mail_addresses", "address", mapOhanaAddress("postal"));
  await takeFile(reading, "contacts", "contact", mapOhanaContact);
  await takeFile(reading, "phones", "phone", mapOhanaPhone);
  await takeCategories(reading, codes);
  await takeOthers(reading);
}

/** Files that the older form has from HSDS itself: hours, holidays, programs. What no table here holds is told. */
async function takeOthers({ stage, files }: Reading): Promise<void> {
  const own = Object.keys(ohanaFiles).map((name) => `${name}.csv`);
  const others = (await tableFiles(files)).filter(({ file }) => !own.includes(file));
  await tellUnknownFiles(stage, files, [...own, ...others.map(({ file }) => file)]);
  for (const from of others) await readTableFile(stage, files, from);
}
