import { setTimeout as sleep } from "node:timers/promises";
import type { FollowedProcess } from "./follow-process";
import { restartRule } from "./restart-rule";

export type KeptProcess = Omit<FollowedProcess, "ended">;

/**
 * Starts a process, and starts it again whenever it ends by itself; `giveUp` is called when that happens too often.
 * One that was never ready is not started again: `ready` says why.
 */
export function keepRunning(name: string, start: () => FollowedProcess, giveUp: () => void): KeptProcess {
  const waitAfterLoss = restartRule();
  const first = start();
  let current = first;
  let stopping = false;
  const startAgain = async (code: number | null): Promise<void> => {
    if (stopping) return;
    const wait = waitAfterLoss();
    const next = wait === null ? "too often" : "starting it again";
    console.error(`${name} ended (${code ?? "killed"}); ${next}.`);
    if (wait === null) return giveUp();
    await sleep(wait);
    if (stopping) return;
    current = start();
    void current.ended.then(startAgain);
  };
  first.ready.then(
    () => first.ended.then(startAgain),
    () => undefined,
  );
  const stop = (ms: number) => {
    stopping = true;
    return current.stop(ms);
  };
  return { ready: first.ready, stop };
}
