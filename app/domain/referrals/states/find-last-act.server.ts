import type { ReferralEvent, ServiceReferral } from "~/db/generated/client";
import { actorStamp } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { later } from "../../kernel/durations";
import { undoMinutes } from "./referral-status";

/**
 * What an undo may take back: the actor's own act, the last on this family, ten minutes old at most, with no enrolment
 * resting on it. An undo is not undone.
 */
export async function findLastAct(ctx: Ctx, row: ServiceReferral): Promise<ReferralEvent | null> {
  const last = await ctx.tx.referralEvent.findFirst({
    // Reading it the first time is no act.
    where: { referralId: row.id, event: { not: "referral.opened" } },
    orderBy: { sequence: "desc" },
  });
  if (!last || last.undoesId !== null || last.toStatus !== row.status) return null;
  if (last.actorId !== actorStamp(ctx.actor).actorId) return null;
  if (ctx.clock.now() > later(last.at, { minutes: undoMinutes })) return null;
  const resting = await ctx.tx.enrollment.count({
    where: { referralId: row.id, createdAt: { gte: last.at } },
  });
  return resting === 0 ? last : null;
}
