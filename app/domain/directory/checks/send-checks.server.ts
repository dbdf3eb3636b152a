import type { Ctx } from "../../kernel/context";
import { hashToken, newId, newToken } from "../../kernel/ids";
import { announce } from "../../kernel/index.server";
import { later } from "../../kernel/durations";
import { checkLinkDays, type CheckKind } from "./check-ladder";

export interface CheckToSend {
  serviceId: string;
  listingVersion: number;
  kind: CheckKind;
  turn: number;
}
export type CheckTemplate = "listing-check" | "listing-concern";

/** Who keeps an organization's listings: its managers, up to three; else its own address. Empty: nobody to write to. */
async function readersOf(
  ctx: Ctx,
  organizationId: string,
): Promise<({ toUserId: string } | { toOrganizationId: string })[]> {
  const { jurisdictionId } = ctx.actor;
  const managers = await ctx.tx.membership.findMany({
    where: { jurisdictionId, organizationId, role: "provider_manager", endedAt: null },
    select: { userId: true },
    distinct: ["userId"],
    orderBy: { createdAt: "asc" },
    take: 3,
  });
  if (managers.length > 0) return managers.map(({ userId }) => ({ toUserId: userId }));
  const organization = await ctx.tx.organization.findFirst({
    where: { id: organizationId, jurisdictionId },
    select: { email: true },
  });
  return organization?.email ? [{ toOrganizationId: organizationId }] : [];
}

/**
 * Asks an organization about some of its listings in one mail, in the caller's transaction. The links get their token when
 * the mail is written; until then nobody can know it. Answers false when there is nobody to write to.
 */
export async function sendChecks(
  ctx: Ctx,
  to: { organizationId: string; template: CheckTemplate; field?: string },
  checks: readonly CheckToSend[],
): Promise<boolean> {
  const readers = await readersOf(ctx, to.organizationId);
  if (readers.length === 0 || checks.length === 0) return false;
  const at = ctx.clock.now();
  const rows = checks.map((check) => ({
    ...check,
    id: newId(at),
    jurisdictionId: ctx.actor.jurisdictionId,
    organizationId: to.organizationId,
    tokenHash: hashToken(newToken()),
    sentAt: at,
    expiresAt: later(at, { days: checkLinkDays }),
  }));
  await ctx.tx.listingCheck.createMany({ data: rows });
  const params = { checkIds: rows.map((row) => row.id).join(","), ...(to.field ? { field: to.field } : {}) };
  for (const reader of readers) await announce(ctx, { template: to.template, ...reader, params });
  return true;
}
