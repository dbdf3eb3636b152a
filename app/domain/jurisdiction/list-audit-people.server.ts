import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";

/** Everybody who works or worked here, to ask the audit log about one. Throws Forbidden. */
export async function listAuditPeople(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  whereFor(ctx, "list", "AuditEntry");
  const people = await ctx.tx.membership.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId },
    distinct: ["userId"],
    select: { user: { select: { id: true, name: true } } },
  });
  return people.map(({ user }) => user).sort((a, b) => a.name.localeCompare(b.name));
}
