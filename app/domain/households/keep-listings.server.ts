import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { keepListingsSchema } from "./call.schema";
import { refuseEndedCall } from "./refuse-ended-call.server";

/** The programs put aside on a call ("Add to list"), as they now stand. */
export async function keepListings(
  ctx: Ctx,
  input: z.input<typeof keepListingsSchema>,
): Promise<{ callId: string }> {
  const { callId, serviceIds } = parseInput(keepListingsSchema, input);
  const { count } = await ctx.tx.intakeCall.updateMany({
    where: { AND: [whereFor(ctx, "draft", "IntakeCall"), { id: callId, endedAt: null }] },
    data: { keptServiceIds: serviceIds },
  });
  if (count === 0) return refuseEndedCall(ctx, callId);
  return { callId };
}
