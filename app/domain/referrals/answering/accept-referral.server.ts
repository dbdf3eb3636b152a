import type { Ctx } from "../../kernel/context";
import { staffUserId } from "../../kernel/actor";
import { parseInput } from "../../kernel/parse-input";
import { takeOpening } from "../../directory/index.server";
import { type OnReferral, acceptReferralSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "../following/tell-sender.server";

/**
 * "We can help": the referral is the actor's to serve and the listing's openings fall by one.
 * Two staff at once: one wins, the other gets Conflict already_answered. NotFound for another organization's.
 */
export async function acceptReferral(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(acceptReferralSchema, input);
  const row = await findReferral(ctx, "accept", referralId);
  const result = await changeReferralStatus(ctx, row, {
    verb: "accept",
    to: "accepted",
    version,
    data: {
      assignedUserId: staffUserId(ctx.actor),
      answeredAt: row.answeredAt ?? ctx.clock.now(),
      remindAt: null,
    },
    conflict: "already_answered",
  });
  await takeOpening(ctx, { serviceId: row.serviceId, referralId });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
