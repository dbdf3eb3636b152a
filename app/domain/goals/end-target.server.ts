import type { Ctx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";

/** Ends a target; it stays among the goal's earlier ones. Throws Forbidden, NotFound, Conflict ("target_changed"). */
export async function endTarget(ctx: Ctx, input: { id: string }): Promise<void> {
  const own = { AND: [whereFor(ctx, "write", "GoalTarget"), { id: readId(input.id) }] };
  const found = await ctx.tx.goalTarget.findFirst({ where: own, select: { id: true } });
  if (!found) throw new NotFound();
  const { count } = await ctx.tx.goalTarget.updateMany({
    where: { AND: [own, { endedAt: null }] },
    data: { endedAt: ctx.clock.now() },
  });
  if (count === 0) throw new Conflict("target_changed");
  await recordAudit(ctx, { event: "target.ended", entity: "GoalTarget", entityId: found.id });
}
