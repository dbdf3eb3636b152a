import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";

/** Why a call could not be changed: Conflict call_ended for one that the actor reads and that is over, else NotFound. */
export async function refuseEndedCall(ctx: Ctx, callId: string): Promise<never> {
  const reach = whereFor(ctx, "read", "IntakeCall");
  const ended = await ctx.tx.intakeCall.count({
    where: { AND: [reach, { id: callId, endedAt: { not: null } }] },
  });
  throw ended > 0 ? new Conflict("call_ended") : new NotFound();
}
