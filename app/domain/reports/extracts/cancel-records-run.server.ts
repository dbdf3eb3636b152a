import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { recordAudit, whereFor } from "../../kernel/index.server";

/**
 * Stops an import that waits or is being read: nothing of it is taken. Whoever reads it hears of it within a second or two.
 * Throws Forbidden, NotFound, and Conflict("run_ended") where there is nothing to stop any more.
 */
export async function cancelRecordsRun(ctx: Ctx, input: { id: string }): Promise<void> {
  whereFor(ctx, "cancel", "AgencyExtract");
  const where = { id: input.id, jurisdictionId: ctx.actor.jurisdictionId, kind: "records" };
  if (!isId(input.id) || (await ctx.tx.importRun.count({ where })) === 0) throw new NotFound();
  const ended = { state: "failed", failure: "cancelled", finishedAt: ctx.clock.now() };
  const waited = await ctx.tx.importRun.updateMany({ where: { ...where, state: "waiting" }, data: ended });
  const running = { ...where, state: { in: ["running", "cancelling"] } };
  const read =
    waited.count === 0
      ? await ctx.tx.importRun.updateMany({ where: running, data: { state: "cancelling" } })
      : waited;
  if (read.count === 0) throw new Conflict("run_ended");
  await recordAudit(ctx, { event: "records.import_cancelled", entity: "ImportRun", entityId: input.id });
}
