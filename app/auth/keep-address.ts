import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const fileIn = (folder: string) => path.join(folder, "address");

/** Where the portal of this folder answers, for commands that print links and were not told its port. */
export function keepAddress(folder: string, address: string): void {
  writeFileSync(fileIn(folder), `${address}\n`);
}

/** The address that the portal of this folder had when it last started; null before. */
export function keptAddress(folder: string): string | null {
  return existsSync(fileIn(folder)) ? readFileSync(fileIn(folder), "utf8").trim() : null;
}
