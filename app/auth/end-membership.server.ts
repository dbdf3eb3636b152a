import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx, Tx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { isLastSealedManager } from "./sealed-seats.server";

/**
 * Whether nobody would be left to administer the jurisdiction who signs in with a password: when the agency's own sign-in is
 * away, somebody must get in.
 */
async function isLastWithPassword(
  tx: Tx,
  { id, jurisdictionId, role }: { id: string; jurisdictionId: string; role: string },
): Promise<boolean> {
  if (role !== "jurisdiction_admin") return false;
  const local = { user: { accounts: { some: { providerId: "credential" } } } };
  const admins = { jurisdictionId, role, endedAt: null, ...local };
  const left = await tx.membership.count({ where: { ...admins, id: { not: id } } });
  return left === 0 && (await tx.membership.count({ where: { ...admins, id } })) > 0;
}

/**
 * Ends a person's role, at once: every request reads the memberships anew, and without another the sessions end.
 * NotFound when the membership is not in reach; Conflict("own_membership") for one's own, so that a place is
 * never left without whoever let the others in. Conflict("sealed_last_manager") keeps a sealed organization from coming into an outsider's hands,
 * Conflict("last_local_admin") the last administrator with a password. `handOver` gives what the person still holds to others, before the role
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
  const row = await ctx.tx.membership.findFirst({
    where: live,
    select: { userId: true, role: true, organizationId: true },
  });
  if (!row) throw new NotFound();
  const { jurisdictionId } = ctx.actor;
  if (await isLastSealedManager(ctx.tx, { id, jurisdictionId, ...row }))
    throw new Conflict("sealed_last_manager");
  if (await isLastWithPassword(ctx.tx, { id, jurisdictionId, role: row.role }))
    throw new Conflict("last_local_admin");
  await handOver(id);
  const ended = await ctx.tx.membership.updateMany({ where: live, data: { endedAt: ctx.clock.now() } });
  if (ended.count === 0) throw new NotFound();
  const left = await ctx.tx.membership.count({ where: { userId: row.userId, endedAt: null } });
  if (left === 0) await ctx.tx.session.deleteMany({ where: { userId: row.userId } });
  await recordAudit(ctx, { event: "membership.ended", entity: "Membership", entityId: id });
}
