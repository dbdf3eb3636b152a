import type { Ctx } from "../../kernel/context";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";

/** A first meeting that was missed brings a scheduled referral back to reaching out; nothing happens otherwise. */
export async function recordMissedStart(ctx: Ctx, input: { referralId: string }): Promise<void> {
  const row = await findReferral(ctx, "enroll", input.referralId);
  if (row.status !== "scheduled") return;
  await changeReferralStatus(ctx, row, { verb: "enroll", to: "contacting", version: null });
}
