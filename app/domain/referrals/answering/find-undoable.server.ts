import type { ReferralEvent, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { later } from "../../kernel/durations";
import { undoMinutes, undoable } from "../states/referral-status";

/** The answer that may still be taken back: the last event, ten minutes old at most. */
export async function findUndoable(ctx: Ctx, row: ServiceReferral): Promise<ReferralEvent | null> {
  if (!undoable.includes(row.status)) return null;
  const last = await ctx.tx.referralEvent.findFirst({
    where: { referralId: row.id },
    orderBy: { sequence: "desc" },
  });
  if (!last || last.toStatus !== row.status || !last.fromStatus || last.fromStatus === last.toStatus)
    return null;
  return last.undoesId === null && ctx.clock.now() <= later(last.at, { minutes: undoMinutes }) ? last : null;
}
