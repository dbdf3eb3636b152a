import cluster from "node:cluster";
import { leaveInOrder } from "./leave-in-order";

/** What a process of the portal says over its channel: the port it serves, or why it cannot. */
interface Said {
  ready?: number;
  failed?: string;
}

const mostLosses = 5;
const within = 60_000;

/**
 * Serves with `count` processes like this one, on one port: a page is drawn on one core, so one process leaves the others idle.
 * Says it is ready once all are. One that ends by itself is started again; when that happens too often, or before it
 * ever served, this process ends too and says so with its exit code.
 */
export function shareRequests(count: number): void {
  const serving = new Set<number>();
  let losses: number[] = [];
  let leaving = false;
  const fork = () => {
    const worker = cluster.fork();
    worker.on("message", (said: Said) => {
      if (said.ready !== undefined) serving.add(worker.id);
      if (said.failed !== undefined || serving.size === count) process.send?.(said);
    });
    worker.on("exit", (code) => {
      if (leaving) return;
      const now = Date.now();
      losses = [...losses.filter((at) => now - at < within), now];
      if (!serving.delete(worker.id) || losses.length > mostLosses) process.exit(code || 1);
      console.error(`A web process ended (${code ?? "killed"}); starting another.`);
      fork();
    });
  };
  for (let each = 0; each < count; each += 1) fork();
  leaveInOrder(async () => {
    leaving = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(
      workers.map((worker) => {
        const gone = new Promise((resolve) => worker.once("exit", resolve));
        worker.process.kill("SIGTERM");
        return worker.isDead() ? undefined : gone;
      }),
    );
  });
}
