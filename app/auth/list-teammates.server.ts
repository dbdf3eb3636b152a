import { type StaffActor, intakeRoles } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

export type Teammate = { userId: string; name: string; teamName: string | null };

/** The people of the jurisdiction's intake, by name: whom a supervisor can hand a referral to. */
export async function listTeammates(ctx: Ctx<StaffActor>): Promise<Teammate[]> {
  const rows = await ctx.tx.membership.findMany({
    where: {
      AND: [whereFor(ctx, "read", "Membership"), { endedAt: null, role: { in: [...intakeRoles] } }],
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    select: { userId: true, teamName: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, teamName, user }) => ({ userId, teamName, name: user.name }));
}
