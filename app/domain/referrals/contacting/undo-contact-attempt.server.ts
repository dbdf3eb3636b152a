import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { undoContactAttemptSchema } from "../states/act-on-referral.schema";
import { restoreStatus } from "../states/restore-status.server";
import { countingAttempts } from "./counting-attempts";
import { findUndoableAttempt } from "./find-undoable-attempt.server";

/** What the try had marked falls back to the tries that still count. */
async function marksLeft(ctx: Ctx, row: ServiceReferral, at: Date) {
  const attempts = await ctx.tx.contactAttempt.findMany({
    where: countingAttempts(row),
    orderBy: { at: "asc" },
    select: { at: true, outcome: true },
  });
  const set = (mark: Date | null) => mark?.getTime() === at.getTime();
  const reached = attempts.find(({ outcome }) => outcome === "reached");
  return {
    ...(set(row.firstAttemptAt) ? { firstAttemptAt: attempts[0]?.at ?? null } : {}),
    ...(set(row.reachedAt) ? { reachedAt: reached?.at ?? null } : {}),
  };
}

/**
 * Takes the actor's own try back within ten minutes, while nothing else has happened: it counts no more, and the status and
 * the clock stand as before it. The try stays as history. Conflict nothing_to_undo.
 */
export async function undoContactAttempt(
  ctx: Ctx,
  input: z.input<typeof undoContactAttemptSchema>,
): Promise<ActResult> {
  const { referralId, attemptId } = parseInput(undoContactAttemptSchema, input);
  const found = await findReferral(ctx, "record_contact", referralId);
  // Another try leaves the version as it is: the row waits here for whoever records one at this moment.
  await ctx.tx.$queryRaw`select 1 from service_referral where id = ${found.id}::uuid for update`;
  const row = await findReferral(ctx, "record_contact", referralId);
  const last = await findUndoableAttempt(ctx, row);
  if (last?.id !== attemptId) throw new Conflict("nothing_to_undo");
  const takenBackAt = ctx.clock.now();
  const { at } = await ctx.tx.contactAttempt.update({ where: { id: attemptId }, data: { takenBackAt } });
  return restoreStatus(ctx, row, { verb: "record_contact", last, data: await marksLeft(ctx, row, at) });
}
