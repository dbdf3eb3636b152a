import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface Served {
  origin: string;
  pid: number;
  stop(): Promise<void>;
}

/** Settings that the benchmark does not take over from the shell that started it. */
function cleanEnv(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, PUBLIC_ORIGIN: _origin, PORT: _port, ...rest } = process.env;
  return rest;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 6_000);
  await gone;
  clearTimeout(timer);
}

/** Starts a server whose lines go to `log`; it says its port over its channel. */
async function serve(command: string[], env: NodeJS.ProcessEnv, log: string): Promise<Served> {
  const file = openSync(log, "w");
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", file, file, "ipc"] });
  closeSync(file);
  const port = await new Promise<number>((resolve, reject) => {
    child.on("message", (said: { ready?: number }) => said.ready && resolve(said.ready));
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`${command.at(-1)} ended before it was ready: see ${log}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stopChild(child) };
}

/**
 * The portal's web process as `npm start` runs it: production build, sessions, security headers, log lines at level
 * info (into a file). Off: the limit of changes a minute from one address, which the benchmark exceeds by nature.
 */
export function servePortal(input: { url: string; secret: string; profile?: string }): Promise<Served> {
  const env: NodeJS.ProcessEnv = {
    ...cleanEnv(),
    NODE_ENV: "production",
    DATABASE_URL: input.url,
    SESSION_SECRET: input.secret,
    PORT: "0",
    HOST: "127.0.0.1",
    CHANGES_PER_MINUTE: "0",
  };
  const profile = input.profile ? ["--cpu-prof", `--cpu-prof-dir=${input.profile}`] : [];
  return serve(
    [...profile, "--enable-source-maps", "--max-semi-space-size=32", "build/web.mjs"],
    env,
    "data/bench/web.log",
  );
}

/** The comparison's server (serve-baseline.ts), as production too. */
export function serveBaseline(input: { url: string; statements: string }): Promise<Served> {
  const env: NodeJS.ProcessEnv = { ...cleanEnv(), NODE_ENV: "production" };
  const command = [
    "--import",
    "tsx",
    "tests/bench/serve-baseline.ts",
    input.url,
    input.statements,
    "data/bench/baseline",
  ];
  return serve(command, env, "data/bench/baseline.log");
}

/** Runs a command of the project to its end; what it says is shown only when it fails. */
export function runToEnd(command: string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      env: { ...cleanEnv(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (part: Buffer) => (said += part.toString()));
    child.stderr.on("data", (part: Buffer) => (said += part.toString()));
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command.join(" ")} failed:\n${said}`)),
    );
  });
}
