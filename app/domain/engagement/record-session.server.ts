import type { z } from "zod";
import type { AttendanceSession, Enrollment } from "~/db/generated/client";
import { staffUserId } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { addMonths, asColumn, dateOf } from "../kernel/calendar";
import { readSettings } from "../organizations/index.server";
import { connectReferral, recordMissedStart } from "../referrals/index.server";
import { recordSessionSchema } from "./engagement.schema";
import { refuseVictimServices } from "./refuse-victim-services.server";
import { findEnrollment } from "./find-enrollment.server";

type Recorded = z.output<typeof recordSessionSchema>;
type Open = Enrollment & { sessions: AttendanceSession[] };

async function write(ctx: Ctx, enrollment: Open, session: Recorded): Promise<string> {
  const at = ctx.clock.now();
  const id = newId(at);
  const { supersedesId, enrollmentId, date, ...facts } = session;
  await ctx.tx.attendanceSession.createMany({
    data: {
      id,
      jurisdictionId: enrollment.jurisdictionId,
      enrollmentId,
      date: asColumn(date),
      ...facts,
      minutes: facts.minutes ?? null,
      recordedById: staffUserId(ctx.actor),
      createdAt: at,
    },
  });
  if (supersedesId) {
    const { count } = await ctx.tx.attendanceSession.updateMany({
      where: { id: supersedesId, enrollmentId, supersededById: null },
      data: { supersededById: id },
    });
    if (count === 0) throw new NotFound();
  }
  return id;
}

/** The first attended session starts the enrolment and connects the referral. */
async function start(ctx: Ctx, enrollment: Open, date: string): Promise<void> {
  const { count } = await ctx.tx.enrollment.updateMany({
    where: {
      AND: [whereFor(ctx, "record_session", "Enrollment"), { id: enrollment.id, status: "pending_start" }],
    },
    data: { status: "active", startedOn: asColumn(date), version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("moved_on");
  await connectReferral(ctx, { referralId: enrollment.referralId });
}

/** A meeting told anew may be the first one, on another day: taking part began when it was held. */
async function moveStart(ctx: Ctx, enrollment: Open): Promise<void> {
  const first = await ctx.tx.attendanceSession.findFirst({
    where: { enrollmentId: enrollment.id, status: "attended", supersededById: null },
    orderBy: { date: "asc" },
    select: { date: true },
  });
  if (!first || !enrollment.startedOn || first.date.getTime() === enrollment.startedOn.getTime()) return;
  await ctx.tx.enrollment.updateMany({
    where: { AND: [whereFor(ctx, "record_session", "Enrollment"), { id: enrollment.id }] },
    data: { startedOn: first.date, version: { increment: 1 } },
  });
}

/**
 * Records one meeting, held or not; with `supersedesId` it tells one anew that was recorded wrongly, which stays as
 * history. The first attended one starts the enrolment and makes the referral connected;
 * a missed first meeting brings it back to reaching out. Conflict when the enrolment has ended; Invalid for an
 * attended day ahead, or before the enrolment.
 */
export async function recordSession(
  ctx: Ctx,
  input: z.input<typeof recordSessionSchema>,
): Promise<{ sessionId: string; started: boolean }> {
  const session = parseInput(recordSessionSchema, input);
  const enrollment = await findEnrollment(ctx, "record_session", session.enrollmentId);
  await refuseVictimServices(ctx, enrollment.organizationId);
  if (enrollment.endedOn) throw new Conflict("enrollment_ended");
  const { timeZone } = await readSettings(ctx);
  const happened = session.status === "attended" || session.status === "no_show";
  const today = ctx.clock.today(timeZone);
  if (happened && session.date > today) throw new Invalid({ date: ["not_in_time"] });
  if (session.date > addMonths(today, 12)) throw new Invalid({ date: ["too_far"] });
  if (session.date < dateOf(enrollment.enrolledOn)) throw new Invalid({ date: ["not_in_time"] });
  const sessionId = await write(ctx, enrollment, session);
  await recordAudit(ctx, { event: "session.recorded", entity: "Enrollment", entityId: enrollment.id });
  const started = session.status === "attended" && enrollment.status === "pending_start";
  if (started) await start(ctx, enrollment, session.date);
  if (session.supersedesId) await moveStart(ctx, enrollment);
  if (session.status === "no_show" && !session.supersedesId)
    await recordMissedStart(ctx, { referralId: enrollment.referralId });
  return { sessionId, started };
}
