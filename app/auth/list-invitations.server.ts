import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

export type ListedInvitation = {
  id: string;
  email: string;
  role: string;
  organizationName: string | null;
  sentAt: Date;
  expiresAt: Date;
  expired: boolean;
};

/** Invitations in the actor's reach that were neither used nor taken back, newest first, at most 100. */
export async function listInvitations(ctx: Ctx<StaffActor>): Promise<ListedInvitation[]> {
  const reach = whereFor(ctx, "list", "Invitation");
  const rows = await ctx.tx.invitation.findMany({
    where: { AND: [reach, { acceptedAt: null, revokedAt: null }] },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  const ids = rows.flatMap((row) => row.organizationId ?? []);
  const named = await ctx.tx.organization.findMany({
    where: { AND: [whereFor(ctx, "read", "Organization"), { id: { in: ids } }] },
    select: { id: true, name: true },
  });
  const names = new Map(named.map((one) => [one.id, one.name]));
  const now = ctx.clock.now();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    organizationName: row.organizationId ? (names.get(row.organizationId) ?? null) : null,
    sentAt: row.createdAt,
    expiresAt: row.expiresAt,
    expired: row.expiresAt <= now,
  }));
}
