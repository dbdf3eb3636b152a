import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { readSealed } from "../reading/read-sealed.server";
import { partyOf } from "../states/acting-party";
import { type Leaver, findLeaver, heldBy } from "./held-by.server";

/** How many families a sealed organization serves is its own to know. */
async function mayCount(ctx: Ctx, { organizationId }: Leaver): Promise<boolean> {
  if (partyOf(ctx.actor) === "provider" || !organizationId) return true;
  return !(await readSealed(ctx, organizationId));
}

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
    const where = (await mayCount(ctx, leaver)) ? await heldBy(ctx, leaver) : null;
    counts[membershipId] = where ? await ctx.tx.serviceReferral.count({ where }) : 0;
  }
  return counts;
}
