import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readCallSchema } from "./call.schema";
import { refuseEndedCall } from "./refuse-ended-call.server";

/** Ends a call. Its search words and its draft, which no referral took, are forgotten. */
export async function endCall(ctx: Ctx, input: z.input<typeof readCallSchema>): Promise<{ callId: string }> {
  const { callId } = parseInput(readCallSchema, input);
  const { count } = await ctx.tx.intakeCall.updateMany({
    where: { AND: [whereFor(ctx, "end", "IntakeCall"), { id: callId, endedAt: null }] },
    data: { endedAt: ctx.clock.now(), draft: {}, searchLine: "", criteria: {}, version: { increment: 1 } },
  });
  if (count === 0) return refuseEndedCall(ctx, callId);
  await recordAudit(ctx, { event: "call.ended", entity: "IntakeCall", entityId: callId });
  return { callId };
}
