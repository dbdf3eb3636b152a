import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { recordTables } from "~/domain/reports/extract-columns";
import { UnusableFile } from "../csv/read-csv-lines";
import { UnusableFiles } from "../hsds/import-report";
import { openZip, type ZipReading } from "../hsds/open-zip";
import { openRecords } from "./open-records";
import type { RecordSource } from "./record-source";

const isTable = (name: string): boolean =>
  recordTables.some((table) => name.toLowerCase() === `${table}.csv`);

/** The folder of a zip that holds an extract's files, else the one file's. */
function homeOfExtract(names: readonly string[]): string {
  const files = names.filter((name) => !name.endsWith("/") && !/(^|\/)(__MACOSX|\.)/.test(name));
  const table = files.find((name) => isTable(path.posix.basename(name)));
  return path.posix.dirname(table ?? files[0] ?? ".");
}

/** A state's file of ten million rows has some gigabytes; text squeezes to a tenth, a bomb to a thousandth. */
const reading: ZipReading = {
  homeOf: homeOfExtract,
  limits: {
    ...{ entries: 100, entryBytes: 20_000_000_000, totalBytes: 40_000_000_000 },
    ...{ ratio: 200, freeBytes: 5_000_000 },
  },
};

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString("latin1", 0, 2) === "PK";
  } finally {
    await handle.close();
  }
}

/** Lays the files of a zip in a folder. Throws UnusableFiles for a zip that is unfit; nothing is inflated before it is looked at. */
async function unpack(zip: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = await openZip(zip, reading);
  try {
    for (const name of files.names.filter((one) => !one.startsWith("."))) {
      const kept = isTable(name) ? name.toLowerCase() : name;
      const out = createWriteStream(path.join(folder, kept), { mode: 0o600, flags: "wx" });
      await pipeline(await files.open(name), out);
    }
  } finally {
    await files.close();
  }
}

/** The one file of a folder where that is no file of the contract's; null for a folder of those, or of several. */
async function loneFile(folder: string): Promise<string | null> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const [only] = names;
  return names.length === 1 && only !== undefined && !isTable(only) ? path.join(folder, only) : null;
}

/**
 * Opens whatever an agency handed over: a folder or a zip of the contract's files, an NCANDS or an AFCARS file alone, or in a
 * folder or zip of its own. A zip is laid in `scratch`, which whoever calls removes. Throws UnusableFile for anything else.
 */
export async function openExtract(found: string, scratch: string): Promise<RecordSource> {
  const inside = (await stat(found)).isDirectory() ? ((await loneFile(found)) ?? found) : found;
  if ((await stat(inside)).isDirectory() || !(await isZip(inside))) return openRecords(inside);
  try {
    await unpack(inside, scratch);
  } catch (error) {
    throw error instanceof UnusableFiles ? UnusableFile.saying(error.message) : error;
  }
  return openRecords((await loneFile(scratch)) ?? scratch);
}
