import { readFileSync } from "node:fs";

/** Of package.json, beside which every command runs. */
export const portalVersion = (): string =>
  (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
