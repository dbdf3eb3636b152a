import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";

/** What of the data folder belongs to the portal's memory: the key of links and sessions, how far the story was told, uploads, a run's files. */
export const keptInFolder = ["secret", "story", "imports", "analysis"] as const;

/** Paths of the files a backup carries, from the data folder on, with "/" everywhere; the secret apart. */
export async function listKeptFiles(folder: string): Promise<string[]> {
  const found: string[] = existsSync(path.join(folder, "story")) ? ["story"] : [];
  for (const name of ["imports", "analysis"]) {
    const inside = path.join(folder, name);
    if (!existsSync(inside)) continue;
    for (const entry of await readdir(inside, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) found.push(path.relative(folder, path.join(entry.parentPath, entry.name)));
  }
  return found.map((one) => one.split(path.sep).join("/")).sort();
}

/** Whether a path of a backup stays within what is kept. */
export function isKeptPath(typed: string): boolean {
  const parts = typed.split("/");
  const first = keptInFolder.find((name) => name === parts[0]);
  const odd = (one: string) => one === "" || one === "." || one === ".." || /[\\:\0]/.test(one);
  return first !== undefined && !parts.some(odd);
}
