import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { saveCallSearchSchema } from "./call.schema";
import { refuseEndedCall } from "./refuse-ended-call.server";

/** Keeps a call's search line and what was read from it on the call itself, so that no address ever holds them. */
export async function saveCallSearch(
  ctx: Ctx,
  input: z.input<typeof saveCallSearchSchema>,
): Promise<{ callId: string }> {
  const { callId, searchLine, criteria } = parseInput(saveCallSearchSchema, input);
  const { count } = await ctx.tx.intakeCall.updateMany({
    where: { AND: [whereFor(ctx, "search", "IntakeCall"), { id: callId, endedAt: null }] },
    data: { searchLine, criteria: criteria as Prisma.InputJsonObject },
  });
  if (count === 0) return refuseEndedCall(ctx, callId);
  return { callId };
}
