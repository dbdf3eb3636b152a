import { writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** One file's tests as `npm test` counts them. */
export interface FileReport {
  file: string;
  seconds: number;
  passed: number;
  failed: { name: string; why: string }[];
}

/** Hands the run's result to tests/setup/run-tests.mjs, which named the file. */
export function writeReport(files: FileReport[], faults: string[]): void {
  const report = process.env["TEST_REPORT"];
  if (report) writeFileSync(report, JSON.stringify({ files, faults }));
}

export const firstLine = (message = "") => stripVTControlCharacters(message).trim().split("\n")[0] ?? "";
