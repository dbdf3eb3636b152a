import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";

/** How many referrals are open at an organization; null of a sealed one, which tells nobody. */
export async function countOpenReferrals(
  ctx: Ctx,
  organization: { victimServiceProvider: boolean; part2Program: boolean },
  where: Prisma.ServiceReferralWhereInput,
): Promise<number | null> {
  if (organization.victimServiceProvider || organization.part2Program) return null;
  const { jurisdictionId } = ctx.actor;
  return ctx.tx.serviceReferral.count({ where: { AND: [where, { jurisdictionId, closedAt: null }] } });
}
