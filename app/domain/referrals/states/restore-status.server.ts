import type { Prisma, ReferralEvent, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { ActResult } from "../reading/referral-views";
import { appendReferralEvent } from "./append-referral-event.server";
import { statusFacts } from "./referral-status";
import { shownRise } from "./shown-version";

type Restoring = {
  /** Policy verb that gave the row. */
  verb: string;
  last: ReferralEvent;
  /** What the act had set beside the status. */
  data: Prisma.ServiceReferralUncheckedUpdateManyInput;
};

/**
 * Takes an act back: the status and its clock as they stood before it, with an event of its own that names what it undoes.
 * An act that left the status as it was leaves it now. Conflict moved_on.
 */
export async function restoreStatus(
  ctx: Ctx,
  row: ServiceReferral,
  { verb, last, data }: Restoring,
): Promise<ActResult> {
  const to = last.fromStatus ?? row.status;
  const moved = to !== row.status;
  const stood = { dueAt: last.dueBefore, resumeBy: last.resumeBefore };
  const { dueAt, resumeBy } = moved ? stood : row;
  const { owner: nextActOwner, act: nextAct } = statusFacts[to];
  const { count } = await ctx.tx.serviceReferral.updateMany({
    where: {
      AND: [whereFor(ctx, verb, "ServiceReferral"), { id: row.id, status: row.status, version: row.version }],
    },
    data: {
      ...data,
      ...(moved ? { dueAt, resumeBy, status: to, nextActOwner, nextAct } : {}),
      version: { increment: moved ? 1 : 0 },
      shownVersion: { increment: moved ? shownRise(ctx.actor, row) : 0 },
    },
  });
  if (count === 0) throw new Conflict("moved_on");
  const event = "referral.undone";
  const undoing = { referralId: row.id, event, from: row.status, to, undoesId: last.id };
  await appendReferralEvent(ctx, undoing);
  const fields = [...(moved ? ["status"] : []), ...Object.keys(data)];
  await recordAudit(ctx, { event, entity: "ServiceReferral", entityId: row.id, fields });
  return { referralId: row.id, version: row.version + (moved ? 1 : 0), status: to, dueAt };
}
