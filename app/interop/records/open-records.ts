import { existsSync, readdirSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import type { RecordBatch } from "~/domain/reports/agency-record";
import type { IsoDate } from "~/domain/kernel/calendar";
import { extractTables, recordTables, type RecordTable } from "~/domain/reports/extract-columns";
import { openAfcars } from "../afcars/open-afcars";
import { readExtractFile, type Listener } from "../csv/read-extract-file";
import { UnusableFile } from "../csv/read-csv-lines";
import { openNcands } from "../ncands/open-ncands";
import type { RecordSource } from "./record-source";

async function* readFolder(
  folder: string,
  tables: RecordTable[],
  listener: Listener,
  today: IsoDate,
): AsyncGenerator<RecordBatch> {
  for (const table of tables) yield* readExtractFile(folder, table, listener, today);
}

/** Files of an extract's folder that nothing reads: a name written otherwise would be missed without a word. */
function warnOfOthers(folder: string, listener: Listener): void {
  const known = new Set(extractTables.map((table) => `${table}.csv`));
  for (const file of readdirSync(folder))
    if (/\.(csv|txt|xml|dat)$/i.test(file) && !known.has(file))
      listener.onWarning({
        ...{ file, line: 0, column: null, code: "unknown_file" },
        reason: "is none of the files of an extract: not read",
      });
}

function openFolder(folder: string): RecordSource {
  const found = recordTables.filter((table) => existsSync(path.join(folder, `${table}.csv`)));
  if (found.length === 0)
    throw new UnusableFile(folder, `has none of ${recordTables.map((table) => `${table}.csv`).join(", ")}`);
  return {
    format: "csv",
    files: found.map((table) => path.join(folder, `${table}.csv`)),
    fileOf: (table) => `${table}.csv`,
    asOf: null,
    lacks: [],
    read: (listener, today) => {
      warnOfOthers(folder, listener);
      return readFolder(folder, found, listener, today);
    },
  };
}

/** The first characters of a file, without a byte order mark and blanks. */
async function readBeginning(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return buffer
      .toString("latin1", 0, bytesRead)
      .replace(/^\u00EF\u00BB\u00BF/, "")
      .trimStart();
  } finally {
    await handle.close();
  }
}

/**
 * Records of an agency by what is in them, not by what the file is called: a folder with the contract's CSV files, an AFCARS
 * 2020 file, an NCANDS Child File. Throws UnusableFile for anything else.
 */
export async function openRecords(found: string): Promise<RecordSource> {
  if (statSync(found).isDirectory()) return openFolder(found);
  const beginning = await readBeginning(found);
  if (beginning.startsWith("<") || beginning.includes("<\u0000")) return openAfcars(found);
  if (/^child_id|^"?\w+_id"?,/i.test(beginning))
    throw new UnusableFile(
      found,
      `is one CSV file: give the folder it is in, with the names of the contract (${recordTables.map((table) => `${table}.csv`).join(", ")})`,
    );
  return openNcands(found);
}
