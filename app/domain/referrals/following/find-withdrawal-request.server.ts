import type { ReferralEvent } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { withdrawalAsked, withdrawalEvents } from "./withdrawal-asked";

/** The sender's request to have the referral back that still waits for the provider's answer, if there is one. */
export async function findWithdrawalRequest(ctx: Ctx, referralId: string): Promise<ReferralEvent | null> {
  const last = await ctx.tx.referralEvent.findFirst({
    where: { referralId, event: { in: withdrawalEvents } },
    orderBy: { sequence: "desc" },
  });
  return last && withdrawalAsked([last]) ? last : null;
}
