import type { Ctx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";

/** Takes an initiative off every page, or back onto them. Throws Forbidden, NotFound, Conflict ("initiative_changed"). */
export async function removeInitiative(
  ctx: Ctx,
  input: { id: string; version: number; restore?: boolean },
): Promise<void> {
  const own = { AND: [whereFor(ctx, "write", "Initiative"), { id: readId(input.id) }] };
  const found = await ctx.tx.initiative.findFirst({ where: own, select: { id: true } });
  if (!found) throw new NotFound();
  const { count } = await ctx.tx.initiative.updateMany({
    where: { AND: [own, { version: input.version, removedAt: input.restore ? { not: null } : null }] },
    data: { removedAt: input.restore ? null : ctx.clock.now(), version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("initiative_changed");
  const event = input.restore ? "initiative.restored" : "initiative.removed";
  await recordAudit(ctx, { event, entity: "Initiative", entityId: found.id });
}
