import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

/** Closes a run that could not be computed; earlier numbers stay on the pages. The words are the engine's, not a person's data. */
export async function failMeasureRun(ctx: Ctx, input: { runId: string; error: string }): Promise<void> {
  whereFor(ctx, "compute", "MeasureMember");
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.measureRun.updateMany({
    where: { id: input.runId, jurisdictionId, status: "running" },
    data: { status: "failed", finishedAt: ctx.clock.now(), error: input.error.slice(0, 500) },
  });
}
