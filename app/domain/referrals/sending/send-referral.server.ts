import type { Ctx } from "../../kernel/context";
import { timelessId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { claimFormKey } from "./claim-form-key.server";
import { readSentReferral } from "../following/read-sent-referral.server";
import type { SentReferral } from "../reading/referral-views";
import type { SendReferralInput } from "./send-referral.schema";
import { parseSending, writeSending } from "./write-sending.server";

/**
 * Sends a referral that the family agreed to, in one transaction: family, permission with the words as read, frozen
 * snapshot, referral, history, audit and the provider's notice. Posting the same form again answers the first one.
 * NotFound: listing, call or family out of reach. Conflict: listing_not_taking_referrals, organization_cannot_receive,
 * needs_signed_release, open_duplicate. Invalid: by field, call_ahead_first, does_not_cover. (domain.md 2.2)
 */
export async function sendReferral(ctx: Ctx, input: SendReferralInput): Promise<SentReferral> {
  whereFor(ctx, "send", "ServiceReferral");
  const sending = parseSending(input);
  const claim = await claimFormKey(ctx, sending.formKey, timelessId());
  if (!claim.first) return readSentReferral(ctx, claim.referralId);
  return writeSending(ctx, claim.referralId, sending, "consented");
}
