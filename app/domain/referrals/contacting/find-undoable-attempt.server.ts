import type { ReferralEvent, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { findLastAct } from "../states/find-last-act.server";

/** The event of the actor's try that may still be taken back; the try has the same id. */
export async function findUndoableAttempt(ctx: Ctx, row: ServiceReferral): Promise<ReferralEvent | null> {
  const last = await findLastAct(ctx, row);
  if (!last) return null;
  const tried = await ctx.tx.contactAttempt.count({ where: { id: last.id, referralId: row.id } });
  return tried > 0 ? last : null;
}
