import { database } from "~/db/client.server";
import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import { hashToken } from "~/domain/kernel/ids";
import { type Role, isRole } from "~/domain/kernel/actor";
import { stillLetsIn } from "./sealed-seats.server";

export type OpenInvitation = {
  id: string;
  email: string;
  /** As whoever invited knows the person. */
  name: string | null;
  role: Role;
  jurisdictionId: string;
  jurisdictionTitle: string;
  organizationId: string | null;
  organizationName: string | null;
  invitedById: string | null;
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
  const { jurisdictionId } = row;
  if (!(await inTransaction({ jurisdictionId }, (tx) => stillLetsIn(tx, row)))) return null;
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    jurisdictionId,
    jurisdictionTitle: jurisdiction.title,
    organizationId: row.organizationId,
    organizationName: organization?.name ?? null,
    invitedById: row.invitedById,
    expiresAt: row.expiresAt,
    hasAccount: !!user,
  };
}
