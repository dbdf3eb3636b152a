import { sendJob } from "~/db/job-queue.server";
import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import { inMilliseconds } from "~/domain/kernel/durations";
import { linkPersons } from "~/domain/linkage/index.server";
import { withdrawMeasureRuns } from "~/domain/measures/index.server";
import { rebuildRecords, type Rebuilt } from "~/domain/reports/index.server";
import { importActor } from "./beside-import.server";

/**
 * After an extract was taken back: tables, links and runs of measures in one transaction, so that nothing is half rebuilt; then
 * the measures are computed anew. Done again, it finds nothing to do.
 */
export async function rebuildAfterWithdrawal(jurisdictionId: string): Promise<Rebuilt> {
  const actor = importActor(jurisdictionId, "rebuild-records");
  return inTransaction(
    { jurisdictionId, actorId: actor.name },
    async (tx) => {
      const ctx = { actor, tx, clock: systemClock };
      const rebuilt = await rebuildRecords(ctx);
      if (rebuilt.since === null) return rebuilt;
      await linkPersons(ctx);
      await withdrawMeasureRuns(ctx, { since: rebuilt.since });
      await sendJob(tx, "link-persons", { jurisdictionId }, jurisdictionId);
      await sendJob(tx, "compute-measures", { jurisdictionId });
      return rebuilt;
    },
    { timeout: inMilliseconds({ hours: 4 }) },
  );
}
