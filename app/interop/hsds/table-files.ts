import { tableNamed } from "./import-tables";
import { isTermHeader, oldFiles, type OldFile } from "./old-names";
import type { PackageFiles } from "./package-files";

/** One file of a package, and the table that it fills. */
export interface TableFile extends OldFile {
  file: string;
}

const wordOf = (name: string): string | null =>
  /^(.+)\.csv$/i.exec(name)?.[1]?.toLowerCase().replaceAll("-", "_") ?? null;

/** The first line of a CSV as column names, whatever ends it and whatever stands before it. */
export async function headerOf(files: PackageFiles, file: string): Promise<string[]> {
  for await (const piece of await files.open(file)) {
    const [line = ""] = (piece as Buffer)
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .split(/\r|\n/, 1);
    return line.split(",").map((name) => name.trim().replace(/^"|"$/g, "").trim().toLowerCase());
  }
  return [];
}

/** Files of a package by what they hold: HSDS 3's names in singular or plural, and those of its older editions. */
export async function tableFiles(files: PackageFiles): Promise<TableFile[]> {
  const found: TableFile[] = [];
  const whole = new Set<string>();
  for (const file of files.names) {
    const word = wordOf(file);
    const table = word === null ? null : tableNamed(word);
    const old = word === null ? undefined : oldFiles[word];
    if (old) found.push({ ...old, file });
    else if (table === "taxonomy" && isTermHeader(await headerOf(files, file)))
      found.push({ table: "taxonomy_term", file });
    else if (table && !whole.has(table)) {
      whole.add(table);
      found.push({ table, file });
    }
  }
  return found;
}
