import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";

/** A call that the actor reads and that goes on. NotFound for a foreign one, Conflict call_ended for one that is over. */
export async function requireOpenCall(ctx: Ctx, input: { callId: string }): Promise<void> {
  const call = await ctx.tx.intakeCall.findFirst({
    where: { AND: [whereFor(ctx, "read", "IntakeCall"), { id: input.callId }] },
    select: { endedAt: true },
  });
  if (!call) throw new NotFound();
  if (call.endedAt) throw new Conflict("call_ended");
}
