import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { recordFamilyNoSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "../following/tell-sender.server";

/** The family's own no, on its word, with its reason: by the provider, or the sender and the outreach team. */
export async function recordFamilyNo(
  ctx: Ctx,
  input: z.input<typeof recordFamilyNoSchema>,
): Promise<ActResult> {
  const { referralId, version, reasonCode } = parseInput(recordFamilyNoSchema, input);
  const row = await findReferral(ctx, "record_family_no", referralId);
  if (row.status === "accepted") throw new Conflict("log_contact_first");
  const result = await changeReferralStatus(ctx, row, {
    verb: "record_family_no",
    to: "declined_by_family",
    version,
    reason: { code: reasonCode, party: "family" },
    data: { reachedAt: row.reachedAt ?? ctx.clock.now() },
  });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
