import { database } from "~/db/client.server";
import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import { deriveToken } from "~/domain/kernel/derive-token";
import { later } from "~/domain/kernel/durations";
import { hashToken, newId } from "~/domain/kernel/ids";
import { recordAudit } from "~/domain/kernel/index.server";
import type { GroupRole } from "./agency-settings.server";
import { authSettings } from "./auth-settings.server";
import { invitationDays } from "./session-policy";

/** The jurisdiction that is meant: the named one, or the only one. */
async function placeOf(slug: string | null): Promise<string | null> {
  const where = slug ? { slug } : {};
  const found = await database().prisma.jurisdiction.findMany({ where, select: { id: true }, take: 2 });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/**
 * Invites a person of a mapped group, without a mail: the sign-in that is under way accepts. Once a person and jurisdiction:
 * who had a role there and lost it is not let in again by a group. Answers whether there is an invitation now.
 */
export async function inviteByGroup(
  groupRoles: readonly GroupRole[],
  { email, groups }: { email: string; groups: readonly string[] },
): Promise<boolean> {
  const mapped = groupRoles.find(({ group }) => groups.includes(group));
  const jurisdictionId = mapped ? await placeOf(mapped.slug) : null;
  if (!mapped || !jurisdictionId) return false;
  const had = { jurisdictionId, user: { email } };
  if (await database().prisma.membership.findFirst({ where: had, select: { id: true } })) return false;
  const now = systemClock.now();
  const id = newId(now);
  const tokenHash = hashToken(deriveToken(authSettings().secret, "invitation", id));
  const seat = { jurisdictionId, role: mapped.role, organizationId: null, email };
  const expiresAt = later(now, { days: invitationDays });
  const actor = { kind: "system", name: "agency-sign-in", jurisdictionId } as const;
  await inTransaction({ jurisdictionId }, async (tx) => {
    await tx.invitation.createMany({ data: [{ id, ...seat, tokenHash, expiresAt, createdAt: now }] });
    await recordAudit(
      { actor, tx, clock: systemClock },
      { event: "invitation.sent", entity: "Invitation", entityId: id, fields: ["role"], reason: "group" },
    );
  });
  return true;
}
