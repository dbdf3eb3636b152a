import type { Ctx } from "../../kernel/context";
import { findReferral } from "../reading/find-referral.server";
import { sealedStatus } from "./masked-status";
import type { SentReferral } from "../reading/referral-views";

/** What a repeated post is answered with: the referral that its first post made. */
export async function readSentReferral(ctx: Ctx, referralId: string, verb = "read"): Promise<SentReferral> {
  const row = await findReferral(ctx, verb, referralId);
  const { householdId, number } = row;
  const { status, dueAt } = row.sealed ? { status: sealedStatus(row), dueAt: null } : row;
  return { referralId, householdId, number, status, dueAt, repeated: true };
}
