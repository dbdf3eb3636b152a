import type { ServiceReferral } from "~/db/generated/client";
import { asColumn } from "../../kernel/calendar";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit } from "../../kernel/index.server";
import { readSettings } from "../../organizations/index.server";
import { partyOf } from "./acting-party";
import { type ReferralStatus, statusFacts } from "./referral-status";

/**
 * No enrolment stays open under a referral that ended without it. Whoever enrolled the family ends that first: Conflict
 * end_enrollment_first. A family, a sender or the clock is not kept waiting: what has not begun never starts.
 */
export async function settleEnrollment(ctx: Ctx, row: ServiceReferral, to: ReferralStatus): Promise<void> {
  if (statusFacts[to].open || to === "connected") return;
  const waiting = await ctx.tx.enrollment.findMany({
    where: { referralId: row.id, status: "pending_start" },
    select: { id: true },
  });
  if (waiting.length === 0) return;
  const party = partyOf(ctx.actor);
  if (party === "provider") throw new Conflict("end_enrollment_first");
  const { timeZone } = await readSettings(ctx);
  const inError = to === "entered_in_error";
  await ctx.tx.enrollment.updateMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    data: {
      status: inError ? "entered_in_error" : "never_started",
      endedOn: asColumn(ctx.clock.today(timeZone)),
      endParty: party === "family" ? "family" : "nobody",
      version: { increment: 1 },
    },
  });
  for (const { id } of waiting)
    await recordAudit(ctx, {
      event: "enrollment.ended",
      entity: "Enrollment",
      entityId: id,
      fields: ["status", "endedOn"],
    });
}
