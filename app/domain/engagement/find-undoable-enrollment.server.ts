import type { AttendanceSession, Enrollment } from "~/db/generated/client";
import { staffUserId } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { later } from "../kernel/durations";
import { undoMinutes } from "../referrals/states/referral-status";

/** The children that were named with an enrolment. */
export async function namedWith(ctx: Ctx, { referralId, organizationId, createdAt }: Enrollment) {
  return ctx.tx.person.findMany({
    where: {
      household: { referrals: { some: { id: referralId } } },
      kind: "child",
      namedByOrganizationId: organizationId,
      createdAt,
    },
    select: { id: true, links: { select: { personId: true } } },
  });
}

/**
 * Until when the actor may take an enrolment back: its own, the last act on this family, with no session, no correction and
 * no link to the agency's records resting on it; null otherwise.
 */
export async function enrollmentUndoUntil(
  ctx: Ctx,
  row: Enrollment & { sessions: AttendanceSession[] },
): Promise<Date | null> {
  const until = later(row.createdAt, { minutes: undoMinutes });
  const untouched = row.status === "pending_start" && row.version === 1 && row.sessions.length === 0;
  if (!untouched || row.assignedUserId !== staffUserId(ctx.actor) || ctx.clock.now() > until) return null;
  const since = { referralId: row.referralId, at: { gte: row.createdAt } };
  if ((await ctx.tx.referralEvent.count({ where: since })) > 0) return null;
  const children = await namedWith(ctx, row);
  return children.every(({ links }) => links.length === 0) ? until : null;
}
