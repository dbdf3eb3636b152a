import { PgBoss, fromPrisma } from "pg-boss";
import type { Prisma } from "./generated/client";

/** Queues and what their jobs carry: ids only, since a job outlives its row in pgboss.job. */
export type Jobs = {
  mail: { outboxId: string; jurisdictionId: string };
  "compute-measures": { jurisdictionId: string };
  "referral-clocks": { jurisdictionId: string };
};

let sender: PgBoss | undefined;

/** An instance that only builds and sends; the transaction it is given is its connection. */
function senderBoss(): PgBoss {
  sender ??= new PgBoss({
    db: { executeSql: () => Promise.reject(new Error("send jobs inside a transaction")) },
    supervise: false,
    schedule: false,
    migrate: false,
  });
  return sender;
}

/** Enqueues a job in the caller's transaction; it exists only if that commits. */
export async function sendJob<Q extends keyof Jobs>(
  tx: Prisma.TransactionClient,
  queue: Q,
  data: Jobs[Q],
): Promise<void> {
  await senderBoss().send(queue, data, { db: fromPrisma(tx) });
}
