import type { z } from "zod";
import { asColumn } from "../kernel/calendar";
import type { Ctx } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readSettings } from "../organizations/index.server";
import { undoEnrollmentSchema } from "./engagement.schema";
import { findEnrollment } from "./find-enrollment.server";
import { enrollmentUndoUntil, namedWith } from "./find-undoable-enrollment.server";

/**
 * Takes the actor's own enrolment back within ten minutes, while nothing rests on it: the row stays as entered in error and
 * counts nowhere, and the names given with it are kept no longer. Conflict nothing_to_undo.
 */
export async function undoEnrollment(
  ctx: Ctx,
  input: z.input<typeof undoEnrollmentSchema>,
): Promise<{ enrollmentId: string }> {
  const { enrollmentId } = parseInput(undoEnrollmentSchema, input);
  const row = await findEnrollment(ctx, "undo", enrollmentId);
  if (!(await enrollmentUndoUntil(ctx, row))) throw new Conflict("nothing_to_undo");
  const { timeZone } = await readSettings(ctx);
  const { count } = await ctx.tx.enrollment.updateMany({
    where: {
      AND: [whereFor(ctx, "undo", "Enrollment"), { id: row.id, status: row.status, version: row.version }],
    },
    data: {
      status: "entered_in_error",
      endedOn: asColumn(ctx.clock.today(timeZone)),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict("nothing_to_undo");
  const named = await namedWith(ctx, row);
  await ctx.tx.person.deleteMany({ where: { id: { in: named.map(({ id }) => id) } } });
  const fields = ["status", "endedOn"];
  await recordAudit(ctx, { event: "enrollment.undone", entity: "Enrollment", entityId: row.id, fields });
  return { enrollmentId: row.id };
}
