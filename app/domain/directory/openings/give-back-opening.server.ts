import type { Ctx } from "../../kernel/context";
import { moveOpening } from "./move-opening.server";

/**
 * Gives back the opening that a referral had taken, when its acceptance is undone. Does nothing when it had taken
 * none or has given it back already. Answers the openings there are now, null when nothing was given back.
 */
export async function giveBackOpening(
  ctx: Ctx,
  input: { serviceId: string; referralId: string },
): Promise<number | null> {
  const taken = await ctx.tx.capacityEvent.aggregate({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      serviceId: input.serviceId,
      referralId: input.referralId,
    },
    _sum: { change: true },
  });
  return (taken._sum.change ?? 0) < 0 ? moveOpening(ctx, input, 1) : null;
}
