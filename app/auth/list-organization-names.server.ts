import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

/** The organizations in the actor's reach that somebody can be invited to, by name; at most 2,000. */
export function listOrganizationNames(ctx: Ctx<StaffActor>): Promise<{ id: string; name: string }[]> {
  return ctx.tx.organization.findMany({
    where: {
      AND: [whereFor(ctx, "read", "Organization"), { status: { not: "suspended" }, mergedIntoId: null }],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 2000,
    select: { id: true, name: true },
  });
}
