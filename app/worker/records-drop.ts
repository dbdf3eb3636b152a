import { existsSync } from "node:fs";
import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

/** Folders beside what the agency lays down; no extract is called like one. */
const ours: readonly string[] = ["reading", "done", "refused"];
/** Laid beside an extract, it says that the extract is whole. */
const MARK = ".ready";
/** Without a mark: as long as nothing of it changes any more. */
const QUIET_MS = 300_000;

export type Drop = { folder: string; reading: string };
export const dropAt = (folder: string): Drop => ({ folder, reading: path.join(folder, "reading") });

/** When something of a file or folder changed last, in milliseconds; null for what is no file and no folder of files. */
async function changedAt(place: string): Promise<number | null> {
  const found = await lstat(place);
  if (!found.isFile() && !found.isDirectory()) return null;
  let latest = Math.max(found.mtimeMs, found.ctimeMs);
  if (!found.isDirectory()) return latest;
  for (const name of await readdir(place)) {
    const inside = await changedAt(path.join(place, name));
    if (inside === null) return null;
    latest = Math.max(latest, inside);
  }
  return latest;
}

async function isWhole(folder: string, name: string, now: number): Promise<boolean> {
  const changed = await changedAt(path.join(folder, name)).catch(() => null);
  if (changed === null) return false;
  return existsSync(path.join(folder, `${name}${MARK}`)) || now - changed >= QUIET_MS;
}

/** Names of the extracts that lie there whole, each a folder, a zip or a file. */
export async function listWhole(
  { folder }: Drop,
  now: number,
  others: readonly string[] = [],
): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter(
    (name) => !name.startsWith(".") && !name.endsWith(MARK) && !ours.includes(name) && !others.includes(name),
  );
  const whole: string[] = [];
  for (const name of names.sort()) if (await isWhole(folder, name, now)) whole.push(name);
  return whole;
}

/** Where a claimed extract lies. */
export const claimedAt = ({ reading }: Drop, runId: string, name: string): string =>
  path.join(reading, runId, "files", name);

/**
 * Takes an extract out of the agency's hands, in one step, under the run that will read it. The mark goes first: one that
 * stayed would call a later extract of that name whole.
 */
export async function claim(drop: Drop, name: string, runId: string): Promise<void> {
  const place = claimedAt(drop, runId, name);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await rm(path.join(drop.folder, `${name}${MARK}`), { force: true });
  await rename(path.join(drop.folder, name), place);
}

/** What was claimed and has not been laid away, by the run that reads it. A claim that was never done is forgotten. */
export async function listClaimed({ reading }: Drop): Promise<{ runId: string; name: string }[]> {
  if (!existsSync(reading)) return [];
  const claimed: { runId: string; name: string }[] = [];
  for (const runId of (await readdir(reading)).sort()) {
    const files = path.join(reading, runId, "files");
    const [name] = existsSync(files) ? await readdir(files) : [];
    if (name === undefined) await rm(path.join(reading, runId), { recursive: true, force: true });
    else claimed.push({ runId, name });
  }
  return claimed;
}

/** Lays a claimed extract away with the report that lies beside it, in one step. */
export async function layAway(
  drop: Drop,
  runId: string,
  name: string,
  to: "done" | "refused",
): Promise<void> {
  await mkdir(path.join(drop.folder, to), { recursive: true });
  await rename(path.join(drop.reading, runId), path.join(drop.folder, to, `${name}.${runId}`));
}
