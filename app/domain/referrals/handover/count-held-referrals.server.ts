import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { findLeaver, heldBy } from "./held-by.server";

/**
 * How many referrals each of these roles holds, by membership: what would go to the team if it ended. Roles out of the
 * actor's reach are left out. A number alone; no row is read out.
 */
export async function countHeldReferrals(
  ctx: Ctx,
  input: { membershipIds: readonly string[] },
): Promise<Record<string, number>> {
  whereFor(ctx, "hand_over", "ServiceReferral");
  const counts: Record<string, number> = {};
  for (const membershipId of input.membershipIds) {
    const leaver = await findLeaver(ctx, membershipId);
    if (!leaver) continue;
    const where = await heldBy(ctx, leaver);
    counts[membershipId] = where ? await ctx.tx.serviceReferral.count({ where }) : 0;
  }
  return counts;
}
