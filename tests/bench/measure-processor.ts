import { readdirSync, readFileSync } from "node:fs";
import { driveLoad, type Work } from "./drive-load";

const ticksPerSecond = 100;

/** Seconds of processor time that a process and its children have used (proc(5), stat: utime and stime). */
function processorSeconds(pid: number): number {
  const fields = (of: string) =>
    readFileSync(`/proc/${of}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const own = (of: string) => (Number(fields(of)[11]) + Number(fields(of)[12])) / ticksPerSecond;
  const children = readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && Number(fields(name)[1]) === pid;
    } catch {
      return false;
    }
  });
  return [String(pid), ...children].reduce((sum, of) => sum + own(of), 0);
}

/**
 * Milliseconds of processor time that the web process spends on one page, eight at a time: what other work on the
 * machine disturbs least, so a change can be judged by it where rates mean nothing.
 */
export async function measureProcessor(pid: number, work: Work, pages: number): Promise<number> {
  let taken = 0;
  const counted: Work = async (n) => {
    await work(n);
    taken += 1;
  };
  await driveLoad(work, 8, 3);
  const before = processorSeconds(pid);
  while (taken < pages) await driveLoad(counted, 8, 1);
  return ((processorSeconds(pid) - before) * 1000) / taken;
}
