import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { UnusableFiles } from "./import-report";

/** The files of a package, from a folder or out of a zip; each may be opened more than once. */
export interface PackageFiles {
  /** Names without a folder. */
  names: readonly string[];
  open(name: string): Promise<Readable>;
  /** Bytes of all files, as they are read. */
  size: number;
  close(): Promise<void>;
}

/** The files of a folder. Throws UnusableFiles when there is no such folder. */
export async function openFolder(folder: string): Promise<PackageFiles> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new UnusableFiles(`${folder}: no such folder.`);
  const entries = await readdir(folder, { withFileTypes: true });
  const names: string[] = [];
  let size = 0;
  for (const entry of entries) {
    const isFile = entry.isSymbolicLink()
      ? ((await stat(path.join(folder, entry.name)).catch(() => null))?.isFile() ?? false)
      : entry.isFile();
    if (!isFile) continue;
    names.push(entry.name);
    size += (await stat(path.join(folder, entry.name))).size;
  }
  return {
    names: names.sort(),
    size,
    open: (name) => Promise.resolve(createReadStream(path.join(folder, name), { highWaterMark: 1 << 18 })),
    close: () => Promise.resolve(),
  };
}

/** A file as a whole, for small ones. */
export async function readWhole(files: PackageFiles, name: string, most: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await files.open(name)) {
    size += (piece as Buffer).length;
    if (size > most) throw new UnusableFiles(`${name}: larger than ${Math.round(most / 1e6)} MB.`);
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString("utf8");
}
