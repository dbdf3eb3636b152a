import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";

/**
 * Ends a person's role, at once: every request reads the memberships anew, and without another the sessions end.
 * NotFound when the membership is not in reach; Conflict("own_membership") for one's own, so that a place is
 * never left without whoever let the others in. `handOver` gives what the person still holds to others, before the role
 * ends and in the same transaction.
 */
export async function endMembership(
  ctx: Ctx<StaffActor>,
  id: unknown,
  handOver: (membershipId: string) => Promise<unknown>,
): Promise<void> {
  const reach = whereFor(ctx, "end", "Membership");
  if (typeof id !== "string" || !isId(id)) throw new NotFound();
  if (id === ctx.actor.membershipId) throw new Conflict("own_membership");
  const live = { AND: [reach, { id, endedAt: null }] };
  const row = await ctx.tx.membership.findFirst({ where: live, select: { userId: true } });
  if (!row) throw new NotFound();
  await handOver(id);
  const ended = await ctx.tx.membership.updateMany({ where: live, data: { endedAt: ctx.clock.now() } });
  if (ended.count === 0) throw new NotFound();
  const left = await ctx.tx.membership.count({ where: { userId: row.userId, endedAt: null } });
  if (left === 0) await ctx.tx.session.deleteMany({ where: { userId: row.userId } });
  await recordAudit(ctx, { event: "membership.ended", entity: "Membership", entityId: id });
}
