import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

export type ListedPerson = {
  membershipId: string;
  name: string;
  email: string;
  role: string;
  organizationName: string | null;
  twoFactorEnabled: boolean;
  since: Date;
  /** The person who asks: cannot end this one. */
  own: boolean;
};

export const peoplePageSize = 25;

/** The live members in the actor's reach by name, one page (from 1), and how many there are; `find`: part of a name or an email. */
export async function listPeople(
  ctx: Ctx<StaffActor>,
  input: { page: number; find?: string },
): Promise<{ people: ListedPerson[]; total: number }> {
  const has = { contains: input.find ?? "", mode: "insensitive" as const };
  const user = input.find ? { user: { OR: [{ name: has }, { email: has }] } } : {};
  const where = { AND: [whereFor(ctx, "list", "Membership"), { endedAt: null }, user] };
  const rows = await ctx.tx.membership.findMany({
    where,
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    skip: (Math.max(1, input.page) - 1) * peoplePageSize,
    take: peoplePageSize,
    include: { user: true, organization: { select: { name: true } } },
  });
  const people = rows.map((row) => ({
    membershipId: row.id,
    name: row.user.name,
    email: row.user.email,
    role: row.role,
    organizationName: row.organization?.name ?? null,
    twoFactorEnabled: row.user.twoFactorEnabled,
    since: row.createdAt,
    own: row.id === ctx.actor.membershipId,
  }));
  return { people, total: await ctx.tx.membership.count({ where }) };
}
