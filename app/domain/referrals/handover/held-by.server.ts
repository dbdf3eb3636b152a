import type { Prisma } from "~/db/generated/client";
import { intakeRoles, providerRoles } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { stillFollowed } from "../following/follow-ups-where.server";
import { openStatuses } from "../states/referral-status";

export type Leaver = {
  id: string;
  userId: string;
  role: string;
  jurisdictionId: string;
  organizationId: string | null;
};
const among = (roles: readonly string[], role: string) => roles.includes(role);

/**
 * The referrals that one role holds: those its person sent and follows, or those its person took on at a provider. Null
 * for a role that holds none, and while the person keeps another role on the same side.
 */
export async function heldBy(ctx: Ctx, leaver: Leaver): Promise<Prisma.ServiceReferralWhereInput | null> {
  const sends = among(intakeRoles, leaver.role);
  if (!sends && !among(providerRoles, leaver.role)) return null;
  const { userId, jurisdictionId, organizationId } = leaver;
  const roles = [...(sends ? intakeRoles : providerRoles)];
  const others = await ctx.tx.membership.count({
    where: {
      userId,
      jurisdictionId,
      endedAt: null,
      id: { not: leaver.id },
      role: { in: roles },
      ...(sends ? {} : { organizationId }),
    },
  });
  if (others > 0) return null;
  const taken = {
    assignedUserId: userId,
    status: { in: [...openStatuses] },
    receivingOrganization: { OR: [{ id: organizationId ?? "" }, { mergedIntoId: organizationId ?? "" }] },
  };
  const held = sends ? { senderUserId: userId, ...stillFollowed(ctx.clock.now()) } : taken;
  return { AND: [whereFor(ctx, "hand_over", "ServiceReferral"), { jurisdictionId }, held] };
}

/** A live role in the actor's reach to end, or null. */
export function findLeaver(ctx: Ctx, membershipId: string): Promise<Leaver | null> {
  return ctx.tx.membership.findFirst({
    where: { AND: [whereFor(ctx, "end", "Membership"), { id: membershipId, endedAt: null }] },
    select: { id: true, userId: true, role: true, jurisdictionId: true, organizationId: true },
  });
}
