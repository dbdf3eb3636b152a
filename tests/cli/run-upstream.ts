import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export type Ran = { code: number | null; out: string; err: string };

/** Runs `upstream` as a person does: a process of its own, with real files. */
export function runUpstream(words: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "cli/upstream.mjs"), ...words], {
      cwd: root,
      env: { ...process.env, INIT_CWD: root, ...env },
    });
    const ran: Ran = { code: null, out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (ran.out += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (ran.err += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...ran, code }));
  });
}
