import { database } from "~/db/client.server";
import { systemClock } from "~/domain/kernel/clock";
import { hashToken } from "~/domain/kernel/ids";
import { type Role, isRole } from "~/domain/kernel/actor";

export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  jurisdictionId: string;
  jurisdictionTitle: string;
  organizationId: string | null;
  organizationName: string | null;
  expiresAt: Date;
  /** The address has an account already: sign in to accept. Said only to who holds the link. */
  hasAccount: boolean;
};

/** The invitation of a link's secret; null for an unknown, ended, used or revoked one alike. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const { prisma } = database();
  const row = await prisma.invitation.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!row || row.acceptedAt || row.revokedAt || row.expiresAt <= systemClock.now() || !isRole(row.role))
    return null;
  const [jurisdiction, organization, user] = await Promise.all([
    prisma.jurisdiction.findUnique({ where: { id: row.jurisdictionId } }),
    row.organizationId ? prisma.organization.findUnique({ where: { id: row.organizationId } }) : null,
    prisma.user.findUnique({ where: { email: row.email } }),
  ]);
  if (!jurisdiction) return null;
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    jurisdictionId: row.jurisdictionId,
    jurisdictionTitle: jurisdiction.title,
    organizationId: row.organizationId,
    organizationName: organization?.name ?? null,
    expiresAt: row.expiresAt,
    hasAccount: !!user,
  };
}
