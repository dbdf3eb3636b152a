import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import { findWithdrawalRequest } from "./find-withdrawal-request.server";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "./tell-sender.server";

/** The provider lets a referral go that its sender asked back, with the sender's reason. */
export async function confirmWithdrawal(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(onReferral, input);
  const row = await findReferral(ctx, "confirm_withdrawal", referralId);
  const request = await findWithdrawalRequest(ctx, row.id);
  if (!request) throw new Conflict("not_possible_now");
  const result = await changeReferralStatus(ctx, row, {
    verb: "confirm_withdrawal",
    to: "withdrawn",
    version,
    reason: { code: request.reasonCode ?? "needs_changed", party: "sender" },
    data: { takenBackAt: row.takenBackAt ?? ctx.clock.now() },
  });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
