import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { reasonedSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";

/** The referral should never have been: it leaves every count and stays in the audit. */
export async function markEnteredInError(
  ctx: Ctx,
  input: z.input<typeof reasonedSchema>,
): Promise<ActResult> {
  const { referralId, version, reason } = parseInput(reasonedSchema, input);
  const row = await findReferral(ctx, "mark_error", referralId);
  return changeReferralStatus(ctx, row, {
    verb: "mark_error",
    to: "entered_in_error",
    version,
    reason: { code: "made_in_error", party: "sender", text: reason },
  });
}
