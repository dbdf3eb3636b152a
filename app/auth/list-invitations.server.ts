import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { peoplePageSize } from "./list-people.server";

export type ListedInvitation = {
  id: string;
  email: string;
  role: string;
  organizationName: string | null;
  sentAt: Date;
  expiresAt: Date;
  expired: boolean;
};

/** Invitations in the actor's reach that were neither used nor taken back, newest first, one page (from 1), and how many there are. */
export async function listInvitations(
  ctx: Ctx<StaffActor>,
  input: { page: number },
): Promise<{ invitations: ListedInvitation[]; total: number }> {
  const reach = whereFor(ctx, "list", "Invitation");
  const where = { AND: [reach, { acceptedAt: null, revokedAt: null }] };
  const rows = await ctx.tx.invitation.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    skip: (input.page - 1) * peoplePageSize,
    take: peoplePageSize,
  });
  const ids = rows.flatMap((row) => row.organizationId ?? []);
  const named = await ctx.tx.organization.findMany({
    where: { AND: [whereFor(ctx, "read", "Organization"), { id: { in: ids } }] },
    select: { id: true, name: true },
  });
  const names = new Map(named.map((one) => [one.id, one.name]));
  const now = ctx.clock.now();
  const invitations = rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    organizationName: row.organizationId ? (names.get(row.organizationId) ?? null) : null,
    sentAt: row.createdAt,
    expiresAt: row.expiresAt,
    expired: row.expiresAt <= now,
  }));
  return { invitations, total: await ctx.tx.invitation.count({ where }) };
}
