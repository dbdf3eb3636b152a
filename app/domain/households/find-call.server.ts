import type { IntakeCall } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";

/** The worker's own call (a supervisor's: any of the team); NotFound otherwise. */
export async function findCall(ctx: Ctx, verb: string, callId: string): Promise<IntakeCall> {
  const row = await ctx.tx.intakeCall.findFirst({
    where: { AND: [whereFor(ctx, verb, "IntakeCall"), { id: callId }] },
  });
  if (!row) throw new NotFound();
  return row;
}
