import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";

/** Victim service providers and substance use programs: what becomes of their people is theirs alone (domain.md 5). */
export const sealedOrganization = {
  OR: [{ victimServiceProvider: true }, { part2Program: true }],
} satisfies Prisma.OrganizationWhereInput;

/** The sealed organizations of the actor's jurisdiction, by id. */
export async function listSealedOrganizations(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.tx.organization.findMany({
    where: { AND: [{ jurisdictionId: ctx.actor.jurisdictionId }, sealedOrganization] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
