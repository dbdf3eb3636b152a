import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";

export interface PortalProcess {
  child: ChildProcess;
  /** Everything it printed so far. */
  said(): string;
  /** Resolves with its address when it serves; rejects with its words when it ends before. */
  serving: Promise<string>;
  ended: Promise<number | null>;
}

const started: ChildProcess[] = [];

/** Ends what this process started and what still runs of it: its portals, and the server in a folder, which is then removed. */
export async function clearAway(folder: string): Promise<void> {
  for (const child of started) if (child.exitCode === null) child.kill("SIGKILL");
  const pid = postgresPid(folder);
  if (pid !== null && isAlive(pid)) {
    process.kill(pid, "SIGQUIT");
    await until(() => !isAlive(pid), 10_000);
  }
  rmSync(folder, { recursive: true, force: true });
}

/** The embedded server's process id by its own file, or null. */
export function postgresPid(folder: string): number | null {
  const file = path.join(folder, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ids of the processes that `pid` started, and theirs. */
export function descendants(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file)
    ? readFileSync(file, "utf8").trim().split(/\s+/).filter(Boolean).map(Number)
    : [];
  return [...children, ...children.flatMap(descendants)];
}

export async function until(condition: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("waited too long");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Whether nobody listens any more. Who knocks while the web processes let go of the port may be heard by none of them (node:cluster
 * keeps what the last one gives back) until all have left: waiting for that would outlast what is under way.
 */
export function isRefused(address: string): Promise<boolean> {
  return fetch(`${address}/healthz`, { signal: AbortSignal.timeout(500) }).then(
    () => false,
    ({ cause }: { cause?: { code?: unknown } }) => cause?.code === "ECONNREFUSED",
  );
}

/** Ctrl-C: the terminal tells every process of the portal at once. */
export function pressCtrlC({ child }: PortalProcess): void {
  for (const pid of [child.pid ?? 0, ...descendants(child.pid ?? 0)]) process.kill(pid, "SIGINT");
}

/** A form whose second half is still to come; `finish` sends it and answers the status. */
export async function beginForm(address: string): Promise<{ finish(): Promise<number | undefined> }> {
  const halves = ["intent=keep&lang=es&back=", "%2Fes"];
  const headers = {
    origin: address,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": halves.join("").length,
  };
  const sent = request(`${address}/preferences`, { method: "POST", headers });
  const answered = new Promise<number | undefined>((resolve, reject) =>
    sent.on("error", reject).on("response", (answer) => resolve(answer.resume().statusCode)),
  );
  answered.catch(() => undefined);
  await new Promise<void>((resolve) => sent.write(halves[0], () => resolve()));
  return {
    finish: () => {
      sent.end(halves[1]);
      return answered;
    },
  };
}

/** Starts the portal as people do, on a free port, and watches it. */
export function startPortal(
  command: string[],
  folder: string,
  env: Record<string, string> = {},
): PortalProcess {
  const [program = "npm", ...args] = command;
  // As on a person's machine: the runner's own secret must not reach the portal, which makes one of its own.
  const own = { DATABASE_URL: "", SESSION_SECRET: "", DATA_FOLDER: folder };
  const settings = { PORT: "0", LOG_LEVEL: "warn", ...own, ...env };
  const child = spawn(program, args, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let words = "";
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const serving = new Promise<string>((resolve, reject) => {
    const read = (part: Buffer) => {
      words += part.toString();
      const address = /Upstream is at (http:\/\/\S+)/.exec(words)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => reject(new Error(`ended (${code}): ${words}`)));
  });
  serving.catch(() => undefined);
  return { child, said: () => words, serving, ended };
}
