import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { asColumn, dateOf } from "../kernel/calendar";
import { readSettings } from "../organizations/index.server";
import { lastAttended } from "./dosage";
import { endEnrollmentSchema } from "./engagement.schema";
import { findEnrollment } from "./find-enrollment.server";

/**
 * Ends an enrolment: completed (goals or dosage met), ended early (reason and whose), never started (nothing was
 * attended) or transferred. Conflict when it has ended or moved on, or when attendance says otherwise.
 */
export async function endEnrollment(
  ctx: Ctx,
  input: z.input<typeof endEnrollmentSchema>,
): Promise<{ enrollmentId: string }> {
  const end = parseInput(endEnrollmentSchema, input);
  const row = await findEnrollment(ctx, "end", end.enrollmentId);
  if (row.endedOn) throw new Conflict("enrollment_ended");
  const attended = lastAttended(row.sessions);
  if ((end.outcome === "never_started") === (attended !== null))
    throw new Conflict("attendance_says_otherwise");
  const { timeZone } = await readSettings(ctx);
  if (end.endedOn < dateOf(row.enrolledOn) || end.endedOn > ctx.clock.today(timeZone))
    throw new Invalid({ endedOn: ["not_in_time"] });
  const { count } = await ctx.tx.enrollment.updateMany({
    where: {
      AND: [whereFor(ctx, "end", "Enrollment"), { id: row.id, status: row.status, version: end.version }],
    },
    data: {
      status: end.outcome,
      endedOn: asColumn(end.endedOn),
      endReason: end.endReason ?? null,
      endParty: end.endParty ?? null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict("moved_on");
  const fields = ["status", "endedOn", "endReason", "endParty"];
  await recordAudit(ctx, { event: "enrollment.ended", entity: "Enrollment", entityId: row.id, fields });
  return { enrollmentId: row.id };
}
