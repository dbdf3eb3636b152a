import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { switchCallerSchema } from "./call.schema";
import { refuseEndedCall } from "./refuse-ended-call.server";

/** Says that the caller is the family, or is not. Nothing typed is lost. Conflict call_ended for one that is over; NotFound for a foreign one. */
export async function switchCaller(
  ctx: Ctx,
  input: z.input<typeof switchCallerSchema>,
): Promise<{ callId: string }> {
  const { callId, caller } = parseInput(switchCallerSchema, input);
  const { count } = await ctx.tx.intakeCall.updateMany({
    where: { AND: [whereFor(ctx, "draft", "IntakeCall"), { id: callId, endedAt: null }] },
    data: { caller, version: { increment: 1 } },
  });
  if (count === 0) return refuseEndedCall(ctx, callId);
  await recordAudit(ctx, {
    event: "call.caller_switched",
    entity: "IntakeCall",
    entityId: callId,
    fields: ["caller"],
  });
  return { callId };
}
