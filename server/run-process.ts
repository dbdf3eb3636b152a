import { type ChildProcess, spawn } from "node:child_process";

export interface ProcessOptions {
  /** Node flags and the file. */
  command: string[];
  env: NodeJS.ProcessEnv;
  /** The process ended and nobody asked it to. */
  onLost(code: number | null): void;
}

export interface RunningProcess {
  /** What the process said when it was ready. */
  ready: Promise<number | true>;
  /** Asks it to end; after `ms` it is ended. */
  stop(ms: number): Promise<void>;
}

const exited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Starts one of the portal's processes. It knows over its channel when we are gone. */
export function runProcess({ command, env, onLost }: ProcessOptions): RunningProcess {
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  let stopping = false;
  const ready = new Promise<number | true>((resolve, reject) => {
    child.on("message", (said: { ready?: number | true; failed?: string }) => {
      if (said.ready !== undefined) resolve(said.ready);
      if (said.failed !== undefined) reject(new Error(said.failed));
    });
    child.on("exit", (code) =>
      reject(new Error(`${command.at(-1)} ended (${code ?? "killed"}) before it was ready.`)),
    );
  });
  ready.then(
    () => child.on("exit", (code) => !stopping && onLost(code)),
    () => undefined,
  );
  const stop = async (ms: number) => {
    stopping = true;
    if (exited(child)) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    await gone;
    clearTimeout(timer);
  };
  return { ready, stop };
}
