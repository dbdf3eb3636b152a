import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { saveCallDraftSchema } from "./call.schema";
import { refuseEndedCall } from "./refuse-ended-call.server";

/** Keeps what is typed in the refer panel, at every pause; the last one wins. No audit: nothing has been decided. */
export async function saveCallDraft(
  ctx: Ctx,
  input: z.input<typeof saveCallDraftSchema>,
): Promise<{ callId: string }> {
  const { callId, draft } = parseInput(saveCallDraftSchema, input);
  const { count } = await ctx.tx.intakeCall.updateMany({
    where: { AND: [whereFor(ctx, "draft", "IntakeCall"), { id: callId, endedAt: null }] },
    data: { draft },
  });
  if (count === 0) return refuseEndedCall(ctx, callId);
  return { callId };
}
