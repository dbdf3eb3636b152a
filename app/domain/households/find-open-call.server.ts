import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { todaysCallsWhere } from "./todays-calls-where.server";

/** The latest call of today, or over midnight, that has not ended, among those the actor reaches; null: none. Nothing of it is read out. */
export async function findOpenCall(ctx: Ctx): Promise<{ callId: string } | null> {
  const reach = whereFor(ctx, "read", "IntakeCall");
  const row = await ctx.tx.intakeCall.findFirst({
    where: { AND: [reach, await todaysCallsWhere(ctx), { endedAt: null }] },
    orderBy: { startedAt: "desc" },
    select: { id: true },
  });
  return row && { callId: row.id };
}
