import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { switchCallerSchema } from "./call.schema";

/** Says that the caller is the family, or is not. Nothing typed is lost. NotFound for an ended or foreign call. */
export async function switchCaller(
  ctx: Ctx,
  input: z.input<typeof switchCallerSchema>,
): Promise<{ callId: string }> {
  const { callId, caller } = parseInput(switchCallerSchema, input);
  const { count } = await ctx.tx.intakeCall.updateMany({
    where: { AND: [whereFor(ctx, "draft", "IntakeCall"), { id: callId, endedAt: null }] },
    data: { caller, version: { increment: 1 } },
  });
  if (count === 0) throw new NotFound();
  await recordAudit(ctx, {
    event: "call.caller_switched",
    entity: "IntakeCall",
    entityId: callId,
    fields: ["caller"],
  });
  return { callId };
}
