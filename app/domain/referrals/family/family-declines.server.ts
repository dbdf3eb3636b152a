import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { recordFamilyNoSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { concludeReferral } from "../states/conclude-referral";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { declineSealed } from "./decline-sealed.server";
import { revokeConsent } from "./revoke-consent.server";
import { tellSender } from "../following/tell-sender.server";

/**
 * The family says no on its own page. Before the provider has tried to reach it that takes the permission back and
 * withdraws the referral; later it is a family's no. Either way the reason is the family's own.
 */
export async function familyDeclines(
  ctx: Ctx,
  input: z.input<typeof recordFamilyNoSchema>,
): Promise<ActResult> {
  const { referralId, version, reasonCode } = parseInput(recordFamilyNoSchema, input);
  const row = await findReferral(ctx, "say_no", referralId);
  if (row.sealed) return declineSealed(ctx, row, { version, reasonCode });
  const conclusion = concludeReferral(row.status, "family_declines");
  if (!conclusion) throw new Conflict("not_possible_now");
  const result = await changeReferralStatus(ctx, row, {
    verb: "say_no",
    to: conclusion.status,
    version,
    reason: { code: reasonCode, party: "family" },
  });
  if (row.consentId) await revokeConsent(ctx, row.consentId);
  if (row.sentAt) {
    const toOrganizationId = row.receivingOrganizationId;
    await announce(ctx, { template: "referral-withdrawn", toOrganizationId, params: { referralId } });
  }
  await tellSender(ctx, row, "referral-answered");
  return result;
}
