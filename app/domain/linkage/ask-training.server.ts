import { sendJob } from "~/db/job-queue.server";
import type { Ctx } from "~/domain/kernel/context";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";

/** Has a model trained on today's records, as a version of its own, by the next run; also where another run waits. */
export async function askTraining(ctx: Ctx): Promise<void> {
  whereFor(ctx, "train", "LinkCandidate");
  const { jurisdictionId } = ctx.actor;
  await sendJob(ctx.tx, "link-persons", { jurisdictionId, train: true }, `${jurisdictionId} train`);
  await recordAudit(ctx, { event: "link_model.training_asked", entity: "LinkModel", entityId: null });
}
