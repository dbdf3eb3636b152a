import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CopyRows } from "~/db/copy-rows.server";
import type { ImportProgress } from "~/domain/directory/import/import-progress";
import { importDirectory } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { downloadApi } from "./download-api";
import type { Asking } from "./fetch-json";
import { type ImportNote, type ImportReport, UnusableFiles } from "./import-report";
import { importTables } from "./import-tables";
import { openZip } from "./open-zip";
import { openFolder, type PackageFiles } from "./package-files";
import { jsonFiles, readJson } from "./read-json";
import { readOhana } from "./read-ohana";
import { readTabular } from "./read-tabular";
import { headerOf, tableFiles } from "./table-files";

type Form = "ohana" | "tabular" | "json";
/** A source that was found fit to be read; close it when done. */
export interface OpenSource {
  files: PackageFiles;
  form: Form;
  /** What was noticed while it was fetched. */
  notes: ImportNote[];
  close(): Promise<void>;
}

/** Which form a package is in: by the columns of its services, and by its files where those do not tell. */
async function formOf(files: PackageFiles): Promise<Form> {
  const tables = await tableFiles(files);
  const services = tables.find((one) => one.table === "service");
  if (services) {
    const header = await headerOf(files, services.file);
    if (header.includes("organization_id")) return "tabular";
    if (header.includes("location_id")) return "ohana";
  }
  const old = ["mail_addresses.csv", "taxonomy.csv", "service_categories.json"];
  if (services && old.some((name) => files.names.includes(name))) return "ohana";
  if (services || tables.some((one) => one.table === "organization")) return "tabular";
  if (jsonFiles(files.names).some(([object]) => ["service", "organization"].includes(object))) return "json";
  throw new UnusableFiles("No services.csv and no organizations.csv here: this is not a package of HSDS.");
}

const words: Record<Form, string> = {
  ohana: "the older Ohana / HSDS 1.x CSV form",
  tabular: "an HSDS tabular package",
  json: "nested HSDS 3 objects in JSON",
};

async function openPackage(where: string): Promise<PackageFiles> {
  const found = await stat(where).catch(() => null);
  if (!found) throw new UnusableFiles(`${where}: no such folder or file.`);
  return found.isDirectory() ? openFolder(where) : openZip(where);
}

/** Fetches an API into a folder of its own, which goes when the source is closed. */
async function fetchApi(where: string, asking: Asking, progress: (words: string) => void) {
  const folder = await mkdtemp(path.join(tmpdir(), "hsds-api-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const notes: ImportNote[] = [];
  try {
    await downloadApi(new URL(where), { ...asking, folder, progress, warn: (note) => notes.push(note) });
    const files = await openFolder(folder);
    return { files, notes, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Opens a folder, a zip or the base address of an HSDS API, and finds its form. Throws UnusableFiles. */
export async function openSource(
  where: string,
  asking: Asking,
  progress: (words: string) => void,
): Promise<OpenSource> {
  const isApi = /^https?:\/\//i.test(where);
  const fetched = isApi ? await fetchApi(where, asking, progress) : null;
  const files = fetched?.files ?? (await openPackage(where));
  const close = async () => {
    await files.close();
    await fetched?.remove();
  };
  try {
    const form = await formOf(files);
    progress(`${words[form]}, ${files.names.length} files`);
    return { files, form, notes: fetched?.notes ?? [], close };
  } catch (error) {
    await close();
    throw error;
  }
}

const readers = { ohana: readOhana, tabular: readTabular, json: readJson };

/**
 * Brings an open source into the directory, inside the caller's one transaction. Throws UnusableFiles when it cannot be used
 * as a whole; then the caller rolls back and nothing is taken. Rows that cannot be used are in the report.
 */
export async function importHsds(
  ctx: Ctx,
  input: {
    from: OpenSource;
    source: string;
    copy: CopyRows;
    runId?: string;
    progress: (words: string) => void;
    watch?: (at: ImportProgress) => void;
  },
): Promise<ImportReport> {
  const { from, ...rest } = input;
  return importDirectory(ctx, {
    ...rest,
    tables: importTables,
    nested: from.form === "json",
    size: from.files.size,
    whole: true,
    read: async (stage) => {
      for (const note of from.notes) stage.warn(note);
      await readers[from.form](stage, from.files);
    },
  });
}
