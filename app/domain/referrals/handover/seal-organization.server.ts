import type { z } from "zod";
import { refreshOrganization } from "../../directory/index.server";
import { providerRoles } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { changeOrganization, findOrganization } from "../../organizations/index.server";
import { sealOrganizationSchema } from "../../organizations/vetting.schema";

type Organization = Awaited<ReturnType<typeof findOrganization>>;

/** The agency must stay outside (decision 0019): nobody with a role of it keeps a seat there, and no invitation of its making. */
async function closeToAgency(ctx: Ctx, { jurisdictionId, id: organizationId }: Organization) {
  const seats = await ctx.tx.membership.findMany({
    where: { jurisdictionId, organizationId, endedAt: null },
    select: { userId: true },
  });
  const people = seats.map(({ userId }) => userId);
  const inAgency = await ctx.tx.membership.count({
    where: { jurisdictionId, userId: { in: people }, role: { notIn: [...providerRoles] }, endedAt: null },
  });
  if (inAgency > 0) throw new Conflict("agency_has_seat");
  // A first manager may be invited from outside; another's invitation would let in somebody whom nobody of it knows.
  await ctx.tx.invitation.updateMany({
    where: {
      ...{ jurisdictionId, organizationId, acceptedAt: null, revokedAt: null },
      role: { not: "provider_manager" },
      OR: [{ invitedById: null }, { invitedById: { notIn: people } }],
    },
    data: { revokedAt: ctx.clock.now() },
  });
}

/**
 * Marks an organization as a victim service or substance use program: from now on what becomes of families there is its own
 * to know (decision 0012). The database takes its people out of links and measures; its listings are written anew for search.
 * Throws NotFound, Invalid, Conflict("organization_changed", "merged", "already_sealed", "agency_has_seat").
 */
export async function sealOrganization(
  ctx: Ctx,
  input: z.input<typeof sealOrganizationSchema>,
): Promise<void> {
  const { flag, ...key } = parseInput(sealOrganizationSchema, input);
  const row = await findOrganization(ctx, "seal", key);
  if (row.mergedIntoId) throw new Conflict("merged");
  if (row[flag]) throw new Conflict("already_sealed");
  const marked = { [flag]: true };
  // The row first: whoever is invited or answers at this moment waits, and then finds it sealed.
  await changeOrganization(ctx, "seal", row, marked);
  await closeToAgency(ctx, row);
  await refreshOrganization(ctx, { organizationId: row.id });
  await recordAudit(ctx, {
    ...{ event: "organization.sealed", entity: "Organization", entityId: row.id },
    ...{ fields: [flag], reason: `${flag}: false -> true` },
  });
}
