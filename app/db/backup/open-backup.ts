import { open as openFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import {
  backupFormat,
  type BackupManifest,
  backupManifest,
  firstPart,
  manifestPart,
  UnusableBackup,
} from "./backup-manifest";
import { isKeptPath } from "./kept-files";
import { isSealed } from "./seal-bytes";

export interface OpenBackup {
  manifest: BackupManifest;
  /** The bytes of a part that the manifest names. */
  read(part: string): Promise<Readable>;
  close(): void;
}

/** A zip's first name stands 30 bytes in. */
async function isOfOurs(file: string): Promise<boolean> {
  const handle = await openFile(file);
  try {
    const wanted = Buffer.from(firstPart);
    const { buffer: head } = await handle.read(Buffer.alloc(30 + wanted.length), 0, 30 + wanted.length, 0);
    return head.subarray(0, 4).toString("latin1") === "PK\x03\x04" && head.subarray(30).equals(wanted);
  } finally {
    await handle.close();
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      found.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", resolve).once("error", reject);
    zip.readEntry();
  });
  return found;
}

const newer = (what: string) =>
  new UnusableBackup(
    `This backup was made by a newer version of the portal (${what}). Install that version, then restore.`,
  );

function readManifest(text: string, known: readonly string[]): BackupManifest {
  const said = JSON.parse(text) as { format?: unknown; version?: unknown };
  if (typeof said.format === "number" && said.format > backupFormat) throw newer(`form ${said.format}`);
  const manifest = backupManifest.parse(said);
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw newer(`${manifest.version}, with ${unknown.join(", ")}`);
  const odd = manifest.files.find((one) => !isKeptPath(one.path));
  if (odd) throw new UnusableBackup("This backup names files outside the data folder. It is not used.");
  return manifest;
}

/**
 * Opens a backup once all of it is known to be as it was written. `known`: the migrations of this version. Throws
 * UnusableBackup, saying why, for another file, a cut or changed one, and one of a newer version.
 */
export async function openBackup(file: string, known: readonly string[]): Promise<OpenBackup> {
  if (!(await isOfOurs(file)))
    throw new UnusableBackup(
      `${file} is not a backup of this portal (upstream backup --out FILE makes one).`,
    );
  if (!(await isSealed(file)))
    throw new UnusableBackup(
      `${file} is damaged: it was cut off or changed after it was written. Nothing was touched. Use another backup.`,
    );
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    const entries = await readEntries(zip);
    const read = (part: string): Promise<Readable> => {
      const entry = entries.get(part);
      if (!entry) throw new UnusableBackup(`${file} lacks its part ${part}.`);
      return zip.openReadStreamPromise(entry);
    };
    const text = (await buffer(await read(manifestPart))).toString("utf8");
    return { manifest: readManifest(text, known), read, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}
