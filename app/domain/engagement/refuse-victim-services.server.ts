import type { Ctx } from "../kernel/context";
import { Conflict } from "../kernel/errors";

/**
 * A victim service provider's own people are never written to a shared table, with or without a name (domain.md 5).
 * Throws Conflict keeps_own_rows. The database refuses the same rows (victim_service_rows).
 */
export async function refuseVictimServices(ctx: Ctx, organizationId: string): Promise<void> {
  const count = await ctx.tx.organization.count({
    where: { id: organizationId, jurisdictionId: ctx.actor.jurisdictionId, victimServiceProvider: true },
  });
  if (count > 0) throw new Conflict("keeps_own_rows");
}
