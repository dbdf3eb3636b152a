import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { requireOpenCall } from "./require-open-call.server";

/** Why a call could not be changed, after nothing was: call_ended for one that is over, else NotFound. */
export async function refuseEndedCall(ctx: Ctx, callId: string): Promise<never> {
  await requireOpenCall(ctx, { callId });
  throw new NotFound();
}
