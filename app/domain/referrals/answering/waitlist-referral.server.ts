import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { giveBackOpening } from "../../directory/index.server";
import { waitlistReferralSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "../following/tell-sender.server";

/** Puts the family on the waitlist, only with its agreement; an opening taken before is given back. */
export async function waitlistReferral(
  ctx: Ctx,
  input: z.input<typeof waitlistReferralSchema>,
): Promise<ActResult> {
  const { referralId, version } = parseInput(waitlistReferralSchema, input);
  const row = await findReferral(ctx, "waitlist", referralId);
  const result = await changeReferralStatus(ctx, row, {
    verb: "waitlist",
    to: "waitlisted",
    version,
    data: { waitlistAgreed: true, answeredAt: row.answeredAt ?? ctx.clock.now(), remindAt: null },
    conflict: row.status === "accepted" ? undefined : "already_answered",
  });
  if (row.status === "accepted") await giveBackOpening(ctx, { serviceId: row.serviceId, referralId });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
