import type { ChildProcess } from "node:child_process";

export interface FollowedProcess {
  /** What the process said when it was ready: the port it serves, where it serves one. */
  ready: Promise<number | true>;
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>;
  /** Asks it to end; after `ms` it is ended. */
  stop(ms: number): Promise<void>;
}

/** What a process of the portal says over its channel. */
interface Said {
  ready?: number | true;
  failed?: string;
}

/** Follows one of the portal's processes over its channel, by which it also knows when we are gone. */
export function followProcess(child: ChildProcess, name: string): FollowedProcess {
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ready = new Promise<number | true>((resolve, reject) => {
    child.on("message", ({ ready: port, failed }: Said) => {
      if (port !== undefined) resolve(port);
      if (failed !== undefined) reject(new Error(failed));
    });
    void ended.then((code) => reject(new Error(`${name} ended (${code ?? "killed"}) before it was ready.`)));
  });
  ready.catch(() => undefined);
  const stop = async (ms: number) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    await ended;
    clearTimeout(timer);
  };
  return { ready, ended, stop };
}
