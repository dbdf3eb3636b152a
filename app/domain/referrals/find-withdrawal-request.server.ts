import type { ReferralEvent } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";

/** The sender's request to have the referral back, if there is one. */
export function findWithdrawalRequest(ctx: Ctx, referralId: string): Promise<ReferralEvent | null> {
  return ctx.tx.referralEvent.findFirst({
    where: { referralId, event: "referral.withdrawal_requested" },
    orderBy: { sequence: "desc" },
  });
}
