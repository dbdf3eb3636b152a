import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { dosageOf } from "./dosage";
import type { EnrollmentView } from "./engagement-views";
import { readEnrollmentSchema } from "./engagement.schema";
import { enrollmentUndoUntil } from "./find-undoable-enrollment.server";

/** A referral's latest enrolment that was no mistake, its sessions latest first; null when the actor's reach has none. */
export async function readEnrollment(
  ctx: Ctx,
  input: z.input<typeof readEnrollmentSchema>,
): Promise<EnrollmentView | null> {
  const { referralId } = parseInput(readEnrollmentSchema, input);
  const row = await ctx.tx.enrollment.findFirst({
    where: {
      AND: [whereFor(ctx, "read", "Enrollment"), { referralId, status: { not: "entered_in_error" } }],
    },
    orderBy: { createdAt: "desc" },
    include: { sessions: { orderBy: { date: "desc" } } },
  });
  if (!row) return null;
  const { id, version, status, enrolledOn, startedOn, endedOn, endReason, endParty, sessions } = row;
  return {
    id,
    version,
    referralId,
    status,
    enrolledOn,
    startedOn,
    endedOn,
    endReason,
    endParty,
    dosage: dosageOf(row.plannedSessions, sessions),
    undoUntil: await enrollmentUndoUntil(ctx, row),
    sessions: sessions.map((session) => ({
      id: session.id,
      date: session.date,
      status: session.status,
      late: session.late,
      type: session.type,
      mode: session.mode,
      minutes: session.minutes,
      who: session.who,
      superseded: session.supersededById !== null,
    })),
  };
}
