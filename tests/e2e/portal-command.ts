import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A command of the portal's own command line, on the portal under test. */
export async function upstream(...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["cli/upstream.mjs", ...words], {
    env: { ...process.env, DATA_FOLDER: process.env["E2E_DATA"] ?? "data", DATABASE_URL: "" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
