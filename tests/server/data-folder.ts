import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { clearAway } from "./portal-process";

/** A data folder of the test's own; a server that still runs in it is stopped at the end. */
export function dataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "upstream-"));
  afterAll(() => clearAway(folder));
  return folder;
}
