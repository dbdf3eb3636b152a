import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { refuseEndedCall } from "./refuse-ended-call.server";

/** Notes on the worker's own call which family it turned out to be, and empties the draft that was sent. */
export async function bindCallToFamily(
  ctx: Ctx,
  input: { callId: string; householdId: string },
): Promise<void> {
  const { count } = await ctx.tx.intakeCall.updateMany({
    where: { AND: [whereFor(ctx, "draft", "IntakeCall"), { id: input.callId, endedAt: null }] },
    data: { householdId: input.householdId, draft: {}, version: { increment: 1 } },
  });
  if (count === 0) return refuseEndedCall(ctx, input.callId);
}
