import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { sentToSealed } from "../following/follow-ups-where.server";
import { closedStatuses } from "../states/referral-status";

/** A closed referral of the same family, now re-routed, asks nothing more of its sender. */
export async function settleReplaced(ctx: Ctx, referralId: string, householdId: string): Promise<void> {
  const { count } = await ctx.tx.serviceReferral.updateMany({
    where: {
      AND: [
        whereFor(ctx, "answer", "ServiceReferral"),
        { id: referralId, householdId, status: { in: [...closedStatuses] } },
        // That a sealed one ended is not its sender's to find out.
        { NOT: sentToSealed },
      ],
    },
    data: { nextActOwner: null, nextAct: null, version: { increment: 1 }, shownVersion: { increment: 1 } },
  });
  if (count === 0) throw new NotFound();
}
