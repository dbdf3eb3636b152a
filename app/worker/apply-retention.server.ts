import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { type Clock, systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { applyRetention, countRetention } from "~/domain/households/index.server";
import type { RetentionCounts } from "~/domain/households/retention";
import { readSettings } from "~/domain/organizations/index.server";
import { countExpiredRecords, forgetExpiredRecords } from "~/domain/reports/index.server";

/** Rows of a kind in one transaction, so that no call waits for the night's work. */
const batch = 500;

/** How many of each; `reports` and `children` of the agency's records. */
export type Ended = RetentionCounts & Awaited<ReturnType<typeof forgetExpiredRecords>>;
export type Retention = { jurisdictionId: string; dryRun?: boolean; most?: number };

/**
 * Every night: what a jurisdiction keeps no longer ends, batch by batch, each a transaction with its audit entry. A dry run
 * only counts. Answers how many of each kind.
 */
export async function runRetention(
  { jurisdictionId, dryRun = false, most = batch }: Retention,
  clock: Clock = systemClock,
): Promise<Ended> {
  const actor: SystemActor = { kind: "system", name: "retention", jurisdictionId };
  const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inTransaction({ jurisdictionId, actorId: actor.name }, (tx) => run({ actor, tx, clock }), {
      timeout: 60_000,
    });
  const { retention: days } = (await as(readSettings)).settings;
  if (dryRun)
    return as(async (ctx) => ({
      ...(await countRetention(ctx, { days })),
      ...{ reports: await countExpiredRecords(ctx), children: 0 },
    }));
  const all: Ended = { calls: 0, drafts: 0, reports: 0, children: 0 };
  for (;;) {
    const done = await as((ctx) => applyRetention(ctx, { days, most }));
    all.calls += done.calls;
    all.drafts += done.drafts;
    if (done.calls < most && done.drafts < most) break;
  }
  for (;;) {
    const done = await as((ctx) => forgetExpiredRecords(ctx, { most }));
    all.reports += done.reports;
    all.children += done.children;
    if (done.reports < most) return all;
  }
}
