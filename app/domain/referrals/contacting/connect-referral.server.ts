import type { Ctx } from "../../kernel/context";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "../following/tell-sender.server";

/**
 * The first attended session makes a referral connected: the system's edge, taken inside the provider's recording of
 * that session. A paused referral is taken up again first. Conflict when the referral is not under way.
 */
export async function connectReferral(ctx: Ctx, input: { referralId: string }): Promise<ActResult> {
  let row = await findReferral(ctx, "enroll", input.referralId);
  if (row.status === "on_hold") {
    await changeReferralStatus(ctx, row, { verb: "enroll", to: "contacting", version: null });
    row = await findReferral(ctx, "enroll", input.referralId);
  }
  const now = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const asSystem: Ctx = { ...ctx, actor: { kind: "system", name: "first-session", jurisdictionId } };
  const result = await changeReferralStatus(asSystem, row, {
    verb: "connect",
    to: "connected",
    version: null,
    data: { connectedAt: now, reachedAt: row.reachedAt ?? now, firstAttemptAt: row.firstAttemptAt ?? now },
  });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
