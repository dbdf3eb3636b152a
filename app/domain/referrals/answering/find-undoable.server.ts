import type { ReferralEvent, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { findLastAct } from "../states/find-last-act.server";
import { undoable } from "../states/referral-status";

/** The actor's answer that may still be taken back. */
export async function findUndoable(ctx: Ctx, row: ServiceReferral): Promise<ReferralEvent | null> {
  if (!undoable.includes(row.status)) return null;
  const last = await findLastAct(ctx, row);
  const moved = last && last.fromStatus !== null && last.fromStatus !== last.toStatus;
  return moved && (last.dueBefore ?? last.resumeBefore) ? last : null;
}
