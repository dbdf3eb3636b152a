import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import { dueForRetention } from "./due-for-retention.server";
import type { RetentionCounts, RetentionDays } from "./retention";

// As arrays: inside "in (...)" the planner may take the rows again and again, past the limit.

/** Ends an old call as endCall does: its search words and its draft, which no referral took, are forgotten. */
async function endDrafts(ctx: Ctx, days: RetentionDays, most: number): Promise<number> {
  const due = dueForRetention(ctx, "drafts", days);
  if (!due) return 0;
  return ctx.tx.$executeRaw`
    update intake_call set ended_at = ${ctx.clock.now()}, draft = '{}', search_line = '', criteria = '{}', version = version + 1
    where id = any (array(select c.id from intake_call c where ${due} order by c.started_at limit ${most} for update skip locked))`;
}

async function deleteCalls(ctx: Ctx, days: RetentionDays, most: number): Promise<number> {
  const due = dueForRetention(ctx, "calls", days);
  if (!due) return 0;
  return ctx.tx.$executeRaw`
    delete from intake_call where id = any (array(select c.id from intake_call c where ${due} order by c.started_at limit ${most} for update skip locked))`;
}

/**
 * Ends what is due, at most so many of each kind: calls of which no referral came are deleted, and what was typed on a call
 * that nobody ended is forgotten. Which details were given on a call stays, without the call. The audit has the counts
 * alone. Answers them; fewer than `most` of each means that nothing is left. System only: throws Forbidden.
 */
export async function applyRetention(
  ctx: Ctx,
  input: { days: RetentionDays; most: number },
): Promise<RetentionCounts> {
  whereFor(ctx, "forget", "IntakeCall");
  const { days, most } = input;
  const calls = await deleteCalls(ctx, days, most);
  const drafts = await endDrafts(ctx, days, most);
  if (calls + drafts > 0)
    await recordAudit(ctx, {
      ...{ event: "retention.applied", entity: "Jurisdiction", entityId: ctx.actor.jurisdictionId },
      reason: `calls: ${calls}; drafts: ${drafts}`,
    });
  return { calls, drafts };
}
