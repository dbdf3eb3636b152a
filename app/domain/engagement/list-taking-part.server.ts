import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import { readSettings } from "../organizations/index.server";
import { dosageOf, isQuiet, lastAttended } from "./dosage";
import type { TakingPartRow } from "./engagement-views";

/** The organization's open enrolments, those to reach out to again first, then the newest. At most 300. */
export async function listTakingPart(ctx: Ctx): Promise<TakingPartRow[]> {
  const rows = await ctx.tx.enrollment.findMany({
    where: {
      AND: [whereFor(ctx, "read", "Enrollment"), { status: { in: ["pending_start", "active", "paused"] } }],
    },
    orderBy: [{ enrolledOn: "desc" }, { id: "asc" }],
    take: 300,
    include: {
      sessions: true,
      referral: {
        select: {
          number: true,
          snapshot: true,
          consent: { select: { status: true } },
          service: { select: { name: true } },
        },
      },
    },
  });
  await recordAudit(ctx, { event: "enrollment.list_read", entity: "Enrollment", entityId: null });
  const today = ctx.clock.today((await readSettings(ctx)).timeZone);
  const shown = rows.map(({ sessions, referral, ...row }): TakingPartRow => {
    const { caregiverName } = referral.snapshot as { caregiverName?: string | null };
    return {
      enrollmentId: row.id,
      version: row.version,
      referralId: row.referralId,
      number: referral.number,
      familyName: referral.consent?.status === "given" ? (caregiverName ?? null) : null,
      serviceName: referral.service.name,
      status: row.status,
      enrolledOn: row.enrolledOn,
      startedOn: row.startedOn,
      lastAttendedOn: lastAttended(sessions),
      dosage: dosageOf(row.plannedSessions, sessions),
      quiet: isQuiet(sessions, row.enrolledOn, today),
    };
  });
  return shown.sort((a, b) => Number(b.quiet) - Number(a.quiet));
}
