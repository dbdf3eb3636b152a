import type { Ctx } from "../../kernel/context";

export type CheckOutcome = "still_right" | "something_changed";

/** The open mails about a listing are answered. Answers how many there were. */
export async function settleChecks(ctx: Ctx, serviceId: string, outcome: CheckOutcome): Promise<number> {
  const { count } = await ctx.tx.listingCheck.updateMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, serviceId, usedAt: null },
    data: { usedAt: ctx.clock.now(), outcome },
  });
  return count;
}
