import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { announce, recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { listWorkspaces } from "./list-workspaces.server";
import { resetSecondStepSchema } from "./reset-second-step.schema";
import { hasSealedSeat } from "./sealed-seats.server";

/** A second step counts wherever the person works: whoever resets it must reach all of it. */
async function checkSeats(ctx: Ctx<StaffActor>, userId: string): Promise<void> {
  if (await hasSealedSeat(ctx, userId)) throw new Conflict("step_sealed");
  // Beyond this transaction's jurisdiction, which sees its own seats alone.
  const all = await listWorkspaces(userId);
  const reach = whereFor(ctx, "reset_step", "Membership");
  const reached = await ctx.tx.membership.count({ where: { AND: [reach, { userId, endedAt: null }] } });
  if (all.length > reached) throw new Conflict("step_elsewhere");
}

async function forget(ctx: Ctx<StaffActor>, userId: string): Promise<void> {
  await ctx.tx.twoFactor.deleteMany({ where: { userId } });
  await ctx.tx.passkey.deleteMany({ where: { userId } });
  await ctx.tx.user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: false } });
  await ctx.tx.session.deleteMany({ where: { userId } });
}

/**
 * Takes a colleague's second step and passkeys away after a lost phone: sessions end, and the next sign-in sets it up anew. Both are
 * told by mail; the reason is in the audit. Input: `{ membership, reason }`. NotFound when the membership is not in reach.
 * Throws Invalid (reason), Conflict: own_step; step_sealed for a seat in a sealed organization, which its own manager alone
 * resets (decision 0019); step_elsewhere when the person also works where the actor does not reach.
 */
export async function resetSecondStep(ctx: Ctx<StaffActor>, input: unknown): Promise<void> {
  const reach = whereFor(ctx, "reset_step", "Membership");
  const { membership, reason } = parseInput(resetSecondStepSchema, input);
  if (!isId(membership)) throw new NotFound();
  const row = await ctx.tx.membership.findFirst({
    where: { AND: [reach, { id: membership, endedAt: null }] },
    select: { userId: true },
  });
  if (!row) throw new NotFound();
  const { userId } = row;
  const own = ctx.actor.userId;
  if (userId === own) throw new Conflict("own_step");
  await checkSeats(ctx, userId);
  await forget(ctx, userId);
  await announce(ctx, { template: "second-step-reset", toUserId: userId, params: { colleagueId: own } });
  await announce(ctx, { template: "second-step-was-reset", toUserId: own, params: { colleagueId: userId } });
  await recordAudit(ctx, {
    ...{ event: "second_step.reset", entity: "Membership", entityId: membership },
    reason,
  });
}
