import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { announce, recordAudit, whereFor } from "../kernel/index.server";
import { earlier } from "../kernel/durations";
import { listAnswering } from "./list-answering.server";

/** One letter a month, whoever of the agency thinks of it. */
const again = { days: 30 };

/** Whether it has an address to ask it in by, and when it was last asked; null when not within a month. NotFound. */
export async function readOrganizationInvited(
  ctx: Ctx,
  input: { organizationId: string },
): Promise<{ hasAddress: boolean; at: Date | null }> {
  const { organizationId } = input;
  const reach = whereFor(ctx, "invite", "Organization");
  const row = await ctx.tx.organization.findFirst({
    where: { AND: [reach, { id: organizationId }] },
    select: { email: true },
  });
  if (!row) throw new NotFound();
  const sent = await ctx.tx.auditEntry.findFirst({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      event: "organization.invited",
      entityId: organizationId,
      at: { gte: earlier(ctx.clock.now(), again) },
    },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return { hasAddress: row.email !== null, at: sent?.at ?? null };
}

/**
 * Asks an organization where nobody answers to come in, by its public address: the letter leads to the page where it says
 * that it is theirs, which the agency checks. It gives nobody a role and says nothing of a family. NotFound;
 * Conflict no_address, answers_already, invited_already (once a month).
 */
export async function inviteOrganization(
  ctx: Ctx,
  input: { organizationId: string; listingSlug: string },
): Promise<void> {
  const { organizationId, listingSlug } = input;
  const { hasAddress, at } = await readOrganizationInvited(ctx, { organizationId });
  if (!hasAddress) throw new Conflict("no_address");
  if ((await listAnswering(ctx, { organizationIds: [organizationId] })).size > 0)
    throw new Conflict("answers_already");
  if (at) throw new Conflict("invited_already");
  await announce(ctx, {
    template: "organization-invited",
    toOrganizationId: organizationId,
    params: { claimKey: listingSlug },
  });
  await recordAudit(ctx, { event: "organization.invited", entity: "Organization", entityId: organizationId });
}
