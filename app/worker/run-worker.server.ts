import { PgBoss, type Job } from "pg-boss";
import type { Logger } from "pino";
import type { Database } from "~/db/client.server";
import type { Jobs } from "~/db/job-queue.server";
import { inMilliseconds } from "~/domain/kernel/durations";
import { jobSchedules, type JobHandlers } from "./job-handlers.server";

type AnyHandler = (job: object) => Promise<void>;

/** One bad job must not make the others of its batch run again (a mail would go out twice). */
async function runBatch(handler: AnyHandler, jobs: Job<object>[], log: Logger) {
  const results = [];
  for (const job of jobs) {
    try {
      await handler(job.data);
      results.push({ id: job.id, status: "completed" as const });
    } catch (error) {
      log.warn({ queue: job.name, job: job.id, fault: (error as Error).name }, "job failed");
      results.push({ id: job.id, status: "failed" as const, output: { fault: (error as Error).name } });
    }
  }
  return results;
}

/** Gives every jurisdiction its schedules, also one that is made while we work: `done` holds who has them. */
async function scheduleForAll(
  boss: PgBoss,
  database: Database,
  queues: string[],
  done: Set<string>,
): Promise<void> {
  const jurisdictions = await database.prisma.jurisdiction.findMany({ select: { id: true } });
  for (const { id } of jurisdictions.filter((one) => !done.has(one.id))) {
    for (const [queue, cron] of Object.entries(jobSchedules))
      if (queues.includes(queue)) await boss.schedule(queue, cron, { jurisdictionId: id }, { key: id });
    done.add(id);
  }
}

/** Few enough that a batch ends within its queue's time (mails: two minutes) though each waits as long as it may. */
const batchSize = 5;

const lookAgain = inMilliseconds({ minutes: 1 });

/** Starts working on every queue that has a handler; answers how to stop. */
export async function runWorker(
  database: Database,
  handlers: JobHandlers,
  log: Logger,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: database.url,
    options: "-c role=upstream_worker",
    max: 4,
    migrate: false,
    useListenNotify: true,
  });
  boss.on("error", (error: Error) => log.warn({ fault: error.name }, "job queue unreachable"));
  await boss.start();
  const queues = Object.keys(handlers) as (keyof Jobs)[];
  for (const queue of queues) {
    const handler = handlers[queue] as AnyHandler;
    const options = {
      batchSize,
      burstWhenBatchFull: true,
      perJobResults: true as const,
      pollingIntervalSeconds: 5,
    };
    await boss.work<object>(queue, options, (jobs) => runBatch(handler, jobs, log));
  }
  const done = new Set<string>();
  await scheduleForAll(boss, database, queues, done);
  const unreached = (error: Error) => log.warn({ fault: error.name }, "schedules not looked at");
  const watch = setInterval(() => {
    void scheduleForAll(boss, database, queues, done).catch(unreached);
  }, lookAgain);
  return () => {
    clearInterval(watch);
    return boss.stop({ graceful: true, timeout: 4_000 });
  };
}
