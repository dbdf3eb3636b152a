import { stat } from "node:fs/promises";
import type { CopyRows } from "~/db/copy-rows.server";
import { importDirectory } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { type ImportReport, UnusableFiles } from "./import-report";
import { importTables } from "./import-tables";
import { openFolder, type PackageFiles } from "./package-files";
import { readOhana } from "./read-ohana";
import { readTabular, tabularFiles } from "./read-tabular";

export interface HsdsImport {
  /** A folder or a zip. */
  path: string;
  source: string;
  copy: CopyRows;
  runId?: string;
  progress: (words: string) => void;
}

type Form = "ohana" | "tabular";

/** Which form a package is in, by the files that are there. */
async function formOf(files: PackageFiles): Promise<Form> {
  const old = ["mail_addresses.csv", "taxonomy.csv", "service_categories.json"];
  if (old.some((name) => files.names.includes(name))) return "ohana";
  const tables = tabularFiles(files.names);
  if (!tables.has("service") && !tables.has("organization"))
    throw new UnusableFiles("No services.csv and no organizations.csv here: this is not a package of HSDS.");
  const services = tables.get("service");
  if (!services) return "tabular";
  for await (const piece of await files.open(services)) {
    const header =
      (piece as Buffer)
        .toString("latin1")
        .split("\n", 1)[0]
        ?.toLowerCase()
        .split(/[",\s]+/) ?? [];
    return header.includes("location_id") && !header.includes("organization_id") ? "ohana" : "tabular";
  }
  return "tabular";
}

const words: Record<Form, string> = {
  ohana: "the older Ohana / HSDS 1.x CSV form",
  tabular: "an HSDS 3 tabular package",
};

async function openPackage(path: string): Promise<PackageFiles> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UnusableFiles(`${path}: no such folder or file.`);
  return openFolder(path);
}

/**
 * Brings a package of HSDS into the directory, inside the caller's one transaction. Throws UnusableFiles when it cannot be
 * used as a whole; then the caller rolls back and nothing is taken. Rows that cannot be used are in the report.
 */
export async function importHsds(ctx: Ctx, input: HsdsImport): Promise<ImportReport> {
  const files = await openPackage(input.path);
  try {
    const form = await formOf(files);
    input.progress(`${words[form]}, ${files.names.length} files`);
    const { source, copy, runId, progress } = input;
    return await importDirectory(ctx, {
      source,
      copy,
      progress,
      ...(runId ? { runId } : {}),
      tables: importTables,
      whole: true,
      read: (stage) => (form === "ohana" ? readOhana(stage, files) : readTabular(stage, files)),
    });
  } finally {
    await files.close();
  }
}
