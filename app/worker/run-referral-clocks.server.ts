import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import { expireOverdue } from "~/domain/referrals/index.server";

/** Reminds and closes what is overdue in one jurisdiction; every five minutes, each time from the rows alone. */
export async function runReferralClocks(jurisdictionId: string): Promise<void> {
  const actor = { kind: "system" as const, name: "referral-clocks", jurisdictionId };
  await inTransaction({ jurisdictionId }, (tx) => expireOverdue({ actor, tx, clock: systemClock }), {
    timeout: 60_000,
  });
}
