import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import { staffUserId } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { asColumn, type IsoDate } from "../kernel/calendar";
import { readSettings } from "../organizations/index.server";
import { isChildsBirthDate } from "./childs-birth-date";
import { enrollFamilySchema } from "./engagement.schema";
import { isEnrolmentDay } from "./enrolment-day";
import { refuseVictimServices } from "./refuse-victim-services.server";

type Enrolling = z.output<typeof enrollFamilySchema>;
const underWay = ["accepted", "contacting", "scheduled", "on_hold"];
const firstNinetyDays = 90 / 7;

async function findEnrollable(ctx: Ctx, referralId: string) {
  const row = await ctx.tx.serviceReferral.findFirst({
    where: { AND: [whereFor(ctx, "enroll", "ServiceReferral"), { id: referralId }] },
    include: {
      service: { select: { plannedSessions: true, plannedWeeks: true } },
      enrollments: { where: { status: { in: ["pending_start", "active", "paused"] } }, select: { id: true } },
    },
  });
  if (!row) throw new NotFound();
  await refuseVictimServices(ctx, row.receivingOrganizationId);
  if (!underWay.includes(row.status)) throw new Conflict("accept_first");
  if (row.enrollments.length > 0) throw new Conflict("already_enrolled");
  return row;
}

/** Names and birth dates are kept for linkage only, with the child they belong to; written at the enrolment's instant. */
async function nameChildren(
  ctx: Ctx,
  row: ServiceReferral,
  children: Enrolling["children"],
  at: Date,
): Promise<void> {
  const given = children.filter(({ firstName, lastName, birthDate }) => firstName || lastName || birthDate);
  if (given.length === 0) return;
  await ctx.tx.person.createMany({
    data: given.map(({ firstName, lastName, birthDate }) => ({
      id: newId(at),
      jurisdictionId: row.jurisdictionId,
      householdId: row.householdId,
      kind: "child",
      firstName: firstName || null,
      lastName: lastName || null,
      birthDate: birthDate ? asColumn(birthDate) : null,
      namedByOrganizationId: row.receivingOrganizationId,
      createdAt: at,
    })),
  });
}

/** Enrolled in the last two years; each child born, and not grown up. */
function checkDays({ enrolledOn, children }: Enrolling, today: IsoDate): void {
  if (!isEnrolmentDay(enrolledOn, today)) throw new Invalid({ enrolledOn: ["enrolled_when"] });
  const wrong = children.flatMap(({ birthDate }, row) =>
    birthDate && !isChildsBirthDate(birthDate, today) ? [[`children.${row}.birthDate`, ["birth_date"]]] : [],
  );
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong));
}

function expectedInNinetyDays(sessions: number | null, weeks: number | null): number | null {
  if (!sessions) return null;
  return weeks ? Math.min(sessions, Math.round((sessions / weeks) * firstNinetyDays)) : sessions;
}

/**
 * Enrols a family from a referral that is under way. The referral stays where it is: it is connected by the first
 * attended session. Conflict keeps_own_rows (a victim service provider), accept_first, already_enrolled; Invalid for a
 * day ahead or of years ago, and for a birth date of no child. Days are `YYYY-MM-DD`.
 */
export async function enrollFamily(
  ctx: Ctx,
  input: z.input<typeof enrollFamilySchema>,
): Promise<{ enrollmentId: string }> {
  const enrolling = parseInput(enrollFamilySchema, input);
  const row = await findEnrollable(ctx, enrolling.referralId);
  checkDays(enrolling, ctx.clock.today((await readSettings(ctx)).timeZone));
  const at = ctx.clock.now();
  const id = newId(at);
  const plannedSessions = enrolling.plannedSessions ?? row.service.plannedSessions;
  const plannedWeeks = enrolling.plannedWeeks ?? row.service.plannedWeeks;
  await ctx.tx.enrollment.createMany({
    data: {
      id,
      jurisdictionId: row.jurisdictionId,
      referralId: row.id,
      serviceId: row.serviceId,
      organizationId: row.receivingOrganizationId,
      enrolledOn: asColumn(enrolling.enrolledOn),
      plannedSessions,
      plannedWeeks,
      expectedFirst90: expectedInNinetyDays(plannedSessions, plannedWeeks),
      assignedUserId: staffUserId(ctx.actor),
      createdAt: at,
    },
  });
  await nameChildren(ctx, row, enrolling.children, at);
  await recordAudit(ctx, { event: "enrollment.created", entity: "Enrollment", entityId: id });
  return { enrollmentId: id };
}
