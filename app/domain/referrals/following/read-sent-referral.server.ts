import type { Ctx } from "../../kernel/context";
import { findReferral } from "../reading/find-referral.server";
import type { SentReferral } from "../reading/referral-views";

/** What a repeated post is answered with: the referral that its first post made. */
export async function readSentReferral(ctx: Ctx, referralId: string, verb = "read"): Promise<SentReferral> {
  const row = await findReferral(ctx, verb, referralId);
  return {
    referralId: row.id,
    householdId: row.householdId,
    number: row.number,
    status: row.status,
    dueAt: row.dueAt,
    repeated: true,
  };
}
