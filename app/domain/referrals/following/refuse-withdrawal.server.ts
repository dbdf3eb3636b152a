import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { findWithdrawalRequest } from "./find-withdrawal-request.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "./tell-sender.server";

/** The provider goes on with a referral that its sender asked back; the sender is told. Conflict when nobody asks. */
export async function refuseWithdrawal(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(onReferral, input);
  const row = await findReferral(ctx, "confirm_withdrawal", referralId);
  if (!(await findWithdrawalRequest(ctx, row.id))) throw new Conflict("not_possible_now");
  const event = "referral.withdrawal_refused";
  const result = await noteOnReferral(ctx, row, { verb: "confirm_withdrawal", event, version });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
