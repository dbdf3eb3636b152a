import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Forbidden } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { openCallSchema, usualCaller } from "./call.schema";

/** Begins a call of the signed-in worker; who is calling follows the line unless it is said. */
export async function openCall(ctx: Ctx, input: z.input<typeof openCallSchema>): Promise<{ callId: string }> {
  whereFor(ctx, "open", "IntakeCall");
  if (ctx.actor.kind !== "staff") throw new Forbidden();
  const call = parseInput(openCallSchema, input);
  const at = ctx.clock.now();
  const id = newId(at);
  await ctx.tx.intakeCall.createMany({
    data: {
      id,
      jurisdictionId: ctx.actor.jurisdictionId,
      line: call.line,
      caller: call.caller ?? usualCaller[call.line],
      screeningDecision: call.screeningDecision ?? null,
      intakeKey: call.intakeKey ?? null,
      workerUserId: ctx.actor.userId,
      startedAt: at,
    },
  });
  await recordAudit(ctx, { event: "call.opened", entity: "IntakeCall", entityId: id });
  return { callId: id };
}
