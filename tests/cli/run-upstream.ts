import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "../../app/env.server";
import { runCommand } from "../../cli/run-command";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export type Ran = { code: number | null; out: string; err: string };

/** Runs a command of `upstream` in this process. */
export async function runUpstream(words: string[], settings: Record<string, string> = {}): Promise<Ran> {
  const ran: Ran = { code: null, out: "", err: "" };
  ran.code = await runCommand(words, {
    out: (more) => void (ran.out += more),
    err: (more) => void (ran.err += more),
    settings: () => parseEnv({ ...process.env, ...settings }),
  });
  return ran;
}

/** Runs `upstream` as a person does: a process of its own. One test a command, since a start takes a second. */
export function startUpstream(
  words: string[],
  env: Record<string, string> = {},
  killed?: AbortSignal,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "cli/upstream.mjs"), ...words], {
      cwd: root,
      env: { ...process.env, INIT_CWD: root, ...env },
      detached: killed !== undefined,
    });
    // The command itself is a child of the one that starts it.
    killed?.addEventListener("abort", () => process.kill(-(child.pid ?? 0), "SIGKILL"));
    const ran: Ran = { code: null, out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (ran.out += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (ran.err += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...ran, code }));
  });
}
