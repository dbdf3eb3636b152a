import type { z } from "zod";
import { refreshOrganization } from "../../directory/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce, recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { sealedFollowed } from "../following/follow-ups-where.server";
import { readSealed } from "../reading/read-sealed.server";
import { changeOrganization, findOrganization } from "../../organizations/index.server";
import { organizationKeySchema, suspendOrganizationSchema } from "../../organizations/vetting.schema";

/** Each sender once, however many families wait: what is open there, and since when, is in the sender's follow-ups. */
async function tellSenders(ctx: Ctx, organizationId: string, template: string): Promise<void> {
  // Of a sealed one whoever sent lately is told: whose referral is still open there is nobody's to know.
  const sealed = await readSealed(ctx, organizationId);
  const waiting = sealed
    ? { OR: [sealedFollowed(ctx.clock.now()), { sentAt: null, closedAt: null }] }
    : { closedAt: null };
  const senders = await ctx.tx.serviceReferral.findMany({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      receivingOrganizationId: organizationId,
      senderUserId: { not: null },
      ...waiting,
    },
    distinct: ["senderUserId"],
    select: { senderUserId: true },
  });
  for (const { senderUserId } of senders)
    if (senderUserId) await announce(ctx, { template, toUserId: senderUserId, params: { organizationId } });
}

/** Open data tell nothing of it but that its listings are paused: what they say of the organization has not changed. */
const unmoved = ({ lastModified }: { lastModified: Date }) => ({ lastModified });

/** After either change: its listings are found or not, the senders are told, the audit says why. */
async function followUp(
  ctx: Ctx,
  entityId: string,
  what: "suspended" | "restored",
  reason: string,
): Promise<void> {
  await refreshOrganization(ctx, { organizationId: entityId });
  await tellSenders(ctx, entityId, `organization-${what}`);
  const event = `organization.${what}`;
  await recordAudit(ctx, { event, entity: "Organization", entityId, fields: ["status"], reason });
}

/**
 * An organization is sent no more families: its listings stop taking referrals at once, and whoever has an open referral there
 * is told. What is open stays where it is; the sender decides with the family. Throws NotFound, Invalid,
 * Conflict("organization_changed", "suspended", "merged"). (domain.md 2.2; pain 19)
 */
export async function suspendOrganization(
  ctx: Ctx,
  input: z.input<typeof suspendOrganizationSchema>,
): Promise<void> {
  const { reason, ...key } = parseInput(suspendOrganizationSchema, input);
  const row = await findOrganization(ctx, "suspend", key);
  if (row.status === "suspended") throw new Conflict("suspended");
  if (row.mergedIntoId) throw new Conflict("merged");
  await changeOrganization(ctx, "suspend", row, {
    ...unmoved(row),
    status: "suspended",
    suspendedAt: ctx.clock.now(),
    suspensionReason: reason,
  });
  await followUp(ctx, row.id, "suspended", `status: ${row.status} -> suspended; ${reason}`);
}

/** Takes a suspension back: active where people or an agreement are, else unclaimed as before. Throws NotFound, Conflict. */
export async function restoreOrganization(
  ctx: Ctx,
  input: z.input<typeof organizationKeySchema>,
): Promise<void> {
  const row = await findOrganization(ctx, "suspend", parseInput(organizationKeySchema, input));
  if (row.status !== "suspended") throw new Conflict("not_suspended");
  const people = await ctx.tx.membership.count({
    where: { jurisdictionId: row.jurisdictionId, organizationId: row.id },
  });
  const status = people > 0 || row.vettedUntil ? ("active" as const) : ("unclaimed" as const);
  await changeOrganization(ctx, "suspend", row, {
    ...unmoved(row),
    status,
    suspendedAt: null,
    suspensionReason: null,
  });
  await followUp(ctx, row.id, "restored", `status: suspended -> ${status}`);
}
