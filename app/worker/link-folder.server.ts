import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";

/** Where a run of this process keeps its files: whoever finds it later knows whether that process still lives. */
const linkFolder = (root: string, jurisdictionId: string): string =>
  path.join(root, `${jurisdictionId}.${process.pid}`);

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Of this process, while a run works in them. */
const inUse = new Set<string>();

/** Makes a run's folder and removes it after `run`, whatever its end; what a process that was killed left behind goes first. */
export async function inLinkFolder<T>(
  root: string,
  jurisdictionId: string,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  await clearLinkFolders(root);
  const folder = linkFolder(root, jurisdictionId);
  inUse.add(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await run(folder);
  } finally {
    inUse.delete(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what a process that was killed in the midst left behind. */
async function clearLinkFolders(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const folder = path.join(root, name);
    const pid = Number(name.split(".").at(-1));
    const isOurs = pid === process.pid && inUse.has(folder);
    if (!isOurs && (pid === process.pid || !lives(pid))) await rm(folder, { recursive: true, force: true });
  }
}
