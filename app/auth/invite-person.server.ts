import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { deriveToken } from "~/domain/kernel/derive-token";
import { Conflict, Forbidden, Invalid } from "~/domain/kernel/errors";
import { hashToken, newId } from "~/domain/kernel/ids";
import { announce, recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { later } from "~/domain/kernel/durations";
import { authSettings } from "./auth-settings.server";
import { invitableRoles } from "./invitable-roles";
import { invitePersonSchema } from "./invite-person.schema";
import { checkSealedSeat, tellOfSealedSeat } from "./sealed-seats.server";
import { invitationDays } from "./session-policy";

/** The organization must be one that the inviter reaches: an id from a form is never taken as it comes. */
async function checkOrganization(ctx: Ctx, organizationId: string | null): Promise<void> {
  if (!organizationId) return;
  const reach = whereFor(ctx, "read", "Organization");
  const found = await ctx.tx.organization.findFirst({ where: { AND: [reach, { id: organizationId }] } });
  if (!found) throw new Invalid({ organizationId: ["organization_needed"] });
}

/**
 * Invites a person to a role by mail: 7 days, once, revocable. A newer invitation for the same seat ends the older.
 * Throws Forbidden when the inviter may not give the role, Conflict("already_member") when the person has it,
 * Conflict sealed_* where a sealed organization's own people decide (checkSealedSeat).
 * Answers the invitation's id.
 */
export async function invitePerson(ctx: Ctx<StaffActor>, input: unknown): Promise<string> {
  const reach = whereFor(ctx, "write", "Invitation");
  const { email, role, organizationId, locale } = parseInput(invitePersonSchema, input);
  if (!invitableRoles(ctx.actor.role).includes(role)) throw new Forbidden();
  await checkOrganization(ctx, organizationId);
  const sealed = await checkSealedSeat(ctx, { email, role, organizationId });
  const { jurisdictionId } = ctx.actor;
  const seat = { jurisdictionId, role, organizationId };
  if (await ctx.tx.membership.findFirst({ where: { ...seat, endedAt: null, user: { email } } }))
    throw new Conflict("already_member");
  const now = ctx.clock.now();
  await ctx.tx.invitation.updateMany({
    where: { AND: [reach, { ...seat, email, acceptedAt: null, revokedAt: null }] },
    data: { revokedAt: now },
  });
  const id = newId(now);
  const tokenHash = hashToken(deriveToken(authSettings().secret, "invitation", id));
  const expiresAt = later(now, { days: invitationDays });
  await ctx.tx.invitation.createMany({
    data: [{ id, ...seat, email, tokenHash, invitedById: ctx.actor.userId, expiresAt, createdAt: now }],
  });
  await announce(ctx, { template: "invitation", toEmail: email, locale, params: { invitationId: id } });
  if (sealed && organizationId) await tellOfSealedSeat(ctx, { organizationId, invitedId: id });
  await recordAudit(ctx, { event: "invitation.sent", entity: "Invitation", entityId: id, fields: ["role"] });
  return id;
}
