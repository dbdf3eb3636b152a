import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import { statusFacts } from "../states/referral-status";
import type { ActResult } from "../reading/referral-views";

/** The sender has dealt with a closed referral (re-routed elsewhere, or the family needs nothing more). */
export async function settleFollowUp(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(onReferral, input);
  const row = await findReferral(ctx, "answer", referralId);
  if (statusFacts[row.status].open || !row.nextAct) throw new Conflict("not_possible_now");
  const data = { nextAct: null, nextActOwner: null };
  return noteOnReferral(ctx, row, { verb: "answer", event: "referral.settled", version, data });
}
