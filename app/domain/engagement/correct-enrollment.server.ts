import type { z } from "zod";
import type { Enrollment } from "~/db/generated/client";
import { asColumn, dateOf, type IsoDate } from "../kernel/calendar";
import type { Ctx } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readSettings } from "../organizations/index.server";
import { isChildsBirthDate } from "./childs-birth-date";
import { correctEnrollmentSchema } from "./engagement.schema";
import { isEnrolmentDay } from "./enrolment-day";
import { findEnrollment } from "./find-enrollment.server";
import { refuseVictimServices } from "./refuse-victim-services.server";

type Correction = z.output<typeof correctEnrollmentSchema>;

/** A new row takes the place of the child's; the first one stays as history. */
async function correctChild(
  ctx: Ctx,
  row: Enrollment,
  child: NonNullable<Correction["child"]>,
): Promise<void> {
  const referral = await ctx.tx.serviceReferral.findUniqueOrThrow({
    where: { id: row.referralId },
    select: { householdId: true },
  });
  const { jurisdictionId } = row;
  const known = await ctx.tx.person.findMany({
    where: {
      jurisdictionId,
      householdId: referral.householdId,
      kind: "child",
      supersededById: null,
      firstName: { equals: child.firstName, mode: "insensitive" },
    },
  });
  const [wrong] = known;
  if (!wrong || known.length > 1) throw new Invalid({ firstName: ["child_name"] });
  const createdAt = ctx.clock.now();
  const id = newId(createdAt);
  const { id: wrongId, birthDate: _birthDate, createdAt: _createdAt, ...same } = wrong;
  await ctx.tx.person.createMany({
    data: { ...same, id, birthDate: asColumn(child.birthDate), createdAt },
  });
  await ctx.tx.person.updateMany({ where: { id: wrongId }, data: { supersededById: id } });
  const fields = ["birthDate"];
  await recordAudit(ctx, { event: "child.corrected", entity: "Person", entityId: wrongId, fields });
}

/** @param was the day that stands: it needs no other reason to stay */
function checkDay(
  enrolledOn: IsoDate,
  was: IsoDate,
  today: IsoDate,
  firstMeeting: IsoDate | undefined,
): void {
  if (enrolledOn !== was && !isEnrolmentDay(enrolledOn, today))
    throw new Invalid({ enrolledOn: ["enrolled_when"] });
  if (firstMeeting !== undefined && enrolledOn > firstMeeting)
    throw new Invalid({ enrolledOn: ["not_in_time"] });
}

function checkChild(child: Correction["child"], today: IsoDate): void {
  if (child && !isChildsBirthDate(child.birthDate, today)) throw new Invalid({ birthDate: ["birth_date"] });
}

/**
 * Tells an enrolment right: its day, and the birth date of a child given with it. What stood there before stays: the day in
 * the audit, the child as a row of history. Conflict keeps_own_rows (a victim service provider), or when the enrolment moved
 * on; Invalid for a day ahead of today, of years ago or after a meeting, a birth date of no child, and a first name that is
 * not exactly one child's.
 */
export async function correctEnrollment(
  ctx: Ctx,
  input: z.input<typeof correctEnrollmentSchema>,
): Promise<{ enrollmentId: string }> {
  const correction = parseInput(correctEnrollmentSchema, input);
  const row = await findEnrollment(ctx, "correct", correction.enrollmentId);
  await refuseVictimServices(ctx, row.organizationId);
  const meetings = row.sessions.filter(({ supersededById }) => supersededById === null);
  const was = dateOf(row.enrolledOn);
  const today = ctx.clock.today((await readSettings(ctx)).timeZone);
  checkDay(correction.enrolledOn, was, today, meetings[0] && dateOf(meetings[0].date));
  checkChild(correction.child, today);
  const { count } = await ctx.tx.enrollment.updateMany({
    where: { AND: [whereFor(ctx, "correct", "Enrollment"), { id: row.id, version: correction.version }] },
    data: { enrolledOn: asColumn(correction.enrolledOn), version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("moved_on");
  if (was !== correction.enrolledOn)
    await recordAudit(ctx, {
      event: "enrollment.corrected",
      entity: "Enrollment",
      entityId: row.id,
      fields: ["enrolledOn"],
      reason: `enrolled_on was ${was}`,
    });
  if (correction.child) await correctChild(ctx, row, correction.child);
  return { enrollmentId: row.id };
}
