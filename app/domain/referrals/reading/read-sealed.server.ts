import type { Ctx } from "../../kernel/context";
import { type Sealing, sealingOf } from "../following/masked-status";

/** Whether an organization's answers are sealed from senders, and how. */
export async function readSealed(ctx: Ctx, organizationId: string): Promise<Sealing | null> {
  const row = await ctx.tx.organization.findFirst({
    where: { id: organizationId, jurisdictionId: ctx.actor.jurisdictionId },
    select: { victimServiceProvider: true, part2Program: true },
  });
  return row ? sealingOf(row) : null;
}
