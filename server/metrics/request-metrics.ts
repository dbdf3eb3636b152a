import cluster from "node:cluster";
import type { RequestHandler } from "express";
import { AggregatorRegistry, Gauge, Histogram, Registry } from "prom-client";
import { routePattern } from "./route-pattern";

const wanted = "upstream:metrics-wanted";
const told = "upstream:metrics-told";
type Told = { type: typeof told; asked: number; text: string | null };

/** What this process counts. Labels are methods, addresses of the table and states alone: nothing of who asks for what. */
const registry = new Registry();
const durations = new Histogram({
  name: "upstream_http_request_duration_seconds",
  help: "Requests answered, by address of the table, method and status",
  labelNames: ["method", "route", "status"],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});
new Gauge({
  name: "upstream_web_memory_bytes",
  help: "Memory of all web processes together",
  labelNames: ["kind"],
  registers: [registry],
  collect() {
    const { rss, heapUsed } = process.memoryUsage();
    this.set({ kind: "resident" }, rss);
    this.set({ kind: "heap" }, heapUsed);
  },
});
AggregatorRegistry.setRegistries(registry);
/** In a web process it answers the first process, in the first it asks them all. */
const all = new AggregatorRegistry();

const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/** Counts every request when its answer is through, under the address that it meant. */
export const measureRequests: RequestHandler = (req, res, next) => {
  const stop = durations.startTimer();
  res.once("close", () =>
    stop({
      method: methods.has(req.method) ? req.method : "other",
      route: routePattern(req.url),
      // Nobody waited for the answer.
      status: res.writableFinished ? String(res.statusCode) : "gone",
    }),
  );
  next();
};

/** In the first process: asks every web process what it counted, for the one that was asked. */
export function gatherForProcesses(): void {
  cluster.on("message", (worker, message: { type?: unknown; asked?: unknown }) => {
    if (message.type !== wanted) return;
    const answer = (text: string | null) =>
      worker.isConnected() && worker.send({ type: told, asked: Number(message.asked), text } satisfies Told);
    all.clusterMetrics().then(answer, () => answer(null));
  });
}

let asking = 0;

/** What all web processes counted, as Prometheus reads it; null when one of them did not say in time. */
export function readRequestMetrics(): Promise<string | null> {
  if (!cluster.isWorker) return registry.metrics();
  asking += 1;
  const asked = asking;
  return new Promise((resolve) => {
    const listen = (message: Partial<Told>) => {
      if (message.type !== told || message.asked !== asked) return;
      process.off("message", listen);
      resolve(message.text ?? null);
    };
    process.on("message", listen);
    process.send?.({ type: wanted, asked });
  });
}
