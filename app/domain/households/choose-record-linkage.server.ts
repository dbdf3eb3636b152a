import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";

/**
 * The family says on its own page whether its children may be looked for in the agency's records. A no holds at once: the
 * database ends their links, and forgets what readers saw of them. It changes nothing else for the family.
 */
export async function chooseRecordLinkage(ctx: Ctx, { allowed }: { allowed: boolean }): Promise<void> {
  const reach = whereFor(ctx, "choose_linkage", "Household");
  const household = await ctx.tx.household.findFirst({ where: reach, select: { id: true } });
  if (!household) throw new NotFound();
  await ctx.tx.household.updateMany({
    where: {
      AND: [reach, { recordLinkageRefusedAt: allowed ? { not: null } : null }],
    },
    data: {
      recordLinkageRefusedAt: allowed ? null : ctx.clock.now(),
      ...{ recordLinkageSaidAt: ctx.clock.now(), recordLinkageSaidById: null, recordLinkageSaidHow: null },
    },
  });
  await recordAudit(ctx, {
    event: allowed ? "household.linkage_allowed" : "household.linkage_refused",
    entity: "Household",
    entityId: household.id,
  });
}
