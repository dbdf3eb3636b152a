import { PgBoss, fromPrisma } from "pg-boss";
import { database, type Database } from "./client.server";
import type { Prisma } from "./generated/client";

/** Queues and what their jobs carry: ids only, since a job outlives its row in pgboss.job. */
export type Jobs = {
  mail: { outboxId: string; jurisdictionId: string };
  "compute-measures": { jurisdictionId: string };
  /** `train`: a new model, and not the stored one. */
  "link-persons": { jurisdictionId: string; train?: boolean };
  "referral-clocks": { jurisdictionId: string };
  "listing-checks": { jurisdictionId: string };
  "first-contact": { jurisdictionId: string };
  "directory-upkeep": { jurisdictionId: string };
  retention: { jurisdictionId: string };
  "import-directory": { runId: string; jurisdictionId: string };
  "watch-records": { jurisdictionId: string };
  "rebuild-records": { jurisdictionId: string };
  "import-records": { runId: string; jurisdictionId: string };
};

/** After the first try, how often a mail is tried again with growing pauses: about two hours in all. */
export const mailRetries = 8;

/** Timers that never keep a finished command alive. */
const quietClock = {
  now: () => Date.now(),
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms).unref(),
  clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (run: () => void, ms: number) => setInterval(run, ms).unref(),
  clearInterval: (timer: unknown) => clearInterval(timer as NodeJS.Timeout),
};

const senders = new WeakMap<Database, Promise<PgBoss>>();

/** An instance that only sends: it reads the queues once through the application's pool. */
function senderBoss(): Promise<PgBoss> {
  const to = database();
  const known = senders.get(to);
  if (known) return known;
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => to.pool.query(text, values) },
    clock: quietClock,
    supervise: false,
    schedule: false,
    migrate: false,
  });
  // The next read of the queues repairs what an unreachable database left.
  boss.on("error", () => undefined);
  const started = boss.start();
  senders.set(to, started);
  started.catch(() => senders.delete(to));
  return started;
}

/**
 * Enqueues a job in the caller's transaction; it exists only if that commits. Of a queue that holds one waiting job (policy
 * short) each `key` has its own.
 */
export async function sendJob<Q extends keyof Jobs>(
  tx: Prisma.TransactionClient,
  queue: Q,
  data: Jobs[Q],
  key?: string,
): Promise<void> {
  const boss = await senderBoss();
  await boss.send(queue, data, { db: fromPrisma(tx), ...(key && { singletonKey: key }) });
}
