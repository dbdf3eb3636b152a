import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { UnusableBackup } from "./backup-manifest";
import { keptInFolder } from "./kept-files";
import { meterBytes } from "./meter-bytes";
import type { OpenBackup } from "./open-backup";

const stagedIn = (folder: string) => path.join(folder, "restored-files");
const markIn = (folder: string) => path.join(folder, "restoring");

/** Throws, saying what to do, where a restore into this data folder was begun and never ended. */
export function refuseHalfRestore(folder: string): void {
  if (!existsSync(markIn(folder))) return;
  const { file, began } = JSON.parse(readFileSync(markIn(folder), "utf8")) as { file: string; began: string };
  throw new Error(
    `Restoring ${file} into ${path.resolve(folder)}, begun ${began}, was cut off. Run it again before anything else: npm run -s upstream -- restore ${file} (with --replace, as it will say, when the rows were in already).`,
  );
}

export interface PlacedFiles {
  /** Puts the files where the portal looks for them. */
  place(): Promise<void>;
  /** Nothing was changed: forgets them. */
  forget(): Promise<void>;
}

/** Writes a backup's files beside those of the data folder, and a mark that a restore is under way. */
export async function stageFiles(
  folder: string,
  backup: OpenBackup,
  begun: { file: string; at: Date },
): Promise<PlacedFiles> {
  const staged = stagedIn(folder);
  await mkdir(folder, { recursive: true });
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { mode: 0o700 });
  const mark = JSON.stringify({ file: begun.file, began: begun.at.toISOString() });
  await writeFile(markIn(folder), mark, { mode: 0o600 });
  for (const one of backup.manifest.files) {
    const to = path.join(staged, one.path);
    await mkdir(path.dirname(to), { recursive: true });
    const meter = meterBytes(({ sha256 }) => {
      if (sha256 !== one.sha256)
        throw new UnusableBackup(`The backup's ${one.path} is not as it was written.`);
    });
    await pipeline(await backup.read(one.part), meter, createWriteStream(to, { mode: 0o600 }));
  }
  const forget = async () => {
    await rm(staged, { recursive: true, force: true });
    await rm(markIn(folder), { force: true });
  };
  const place = async () => {
    for (const name of keptInFolder) {
      await rm(path.join(folder, name), { recursive: true, force: true });
      if (existsSync(path.join(staged, name))) await rename(path.join(staged, name), path.join(folder, name));
    }
    await chmod(path.join(folder, "secret"), 0o600);
    await forget();
  };
  return { place, forget };
}
