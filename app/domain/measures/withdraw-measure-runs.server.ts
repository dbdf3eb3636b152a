import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

/**
 * Marks the runs since a moment: they rest on records that were taken back, and are shown no more. Answers how many. Jobs
 * alone.
 */
export async function withdrawMeasureRuns(ctx: Ctx, input: { since: Date }): Promise<number> {
  const reach = whereFor(ctx, "compute", "MeasureMember");
  const { count } = await ctx.tx.measureRun.updateMany({
    where: {
      ...{ jurisdictionId: ctx.actor.jurisdictionId, status: { in: ["done", "running"] } },
      startedAt: { gte: input.since },
    },
    data: { status: "withdrawn" },
  });
  // Members explain the newest numbers alone.
  if (count > 0) await ctx.tx.measureMember.deleteMany({ where: reach });
  return count;
}
