import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "./context";
import { whereFor } from "./policy.server";

/**
 * The mails that may be read: not those to a victim service or substance use program about its referrals, which tell by
 * their names and times whether it has answered (domain.md 5).
 */
export async function readableMails(
  ctx: Ctx,
  verb: "read" | "list" | "test",
): Promise<Prisma.OutboxMessageWhereInput> {
  const reach = whereFor(ctx, verb, "OutboxMessage");
  const sealed = await ctx.tx.organization.findMany({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      OR: [{ victimServiceProvider: true }, { part2Program: true }],
    },
    select: { id: true },
  });
  const toOrganizationId = { in: sealed.map(({ id }) => id) };
  const others = { NOT: { template: { startsWith: "referral-" }, toOrganizationId } };
  return { AND: [reach, { OR: [{ toOrganizationId: null }, others] }] };
}
