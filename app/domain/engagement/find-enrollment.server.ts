import type { AttendanceSession, Enrollment } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";

/** The organization's own enrolment with its sessions; NotFound for another's. */
export async function findEnrollment(
  ctx: Ctx,
  verb: string,
  enrollmentId: string,
): Promise<Enrollment & { sessions: AttendanceSession[] }> {
  const row = await ctx.tx.enrollment.findFirst({
    where: { AND: [whereFor(ctx, verb, "Enrollment"), { id: enrollmentId }] },
    include: { sessions: { orderBy: { date: "asc" } } },
  });
  if (!row) throw new NotFound();
  return row;
}
