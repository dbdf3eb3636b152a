import type { PublicActor } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { timelessId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { later } from "../../kernel/durations";
import { type FamilyLinkMade, writeFamilyLink } from "../../households/index.server";
import { claimFormKey } from "./claim-form-key.server";
import { readSettings } from "../../organizations/index.server";
import { agreedTo, consentAsRead } from "../family/consent-as-read";
import { consentTextOf } from "../family/consent-words";
import { findReferral } from "../reading/find-referral.server";
import { readSentReferral } from "../following/read-sent-referral.server";
import type { SentReferral } from "../reading/referral-views";
import { type SendSelfReferralInput, sendSelfReferralSchema } from "./send-self-referral.schema";
import { capRequests } from "./cap-requests.server";
import { parseSending, writeSending } from "./write-sending.server";

export type SentSelfReferral = SentReferral & { link: FamilyLinkMade | null };

/** Double presses and a reload of the answer; later the same form shows no link any more. */
const samePress = { minutes: 10 };

async function answerAgain(ctx: Ctx<PublicActor>, referralId: string): Promise<SentSelfReferral> {
  const sent = await readSentReferral(ctx, referralId, "send_self");
  const row = await findReferral(ctx, "send_self", referralId);
  const again = ctx.clock.now() < later(row.createdAt, samePress);
  const { householdId } = sent;
  return { ...sent, link: again ? await writeFamilyLink(ctx, { householdId, referralId }) : null };
}

/**
 * A family asks a program to contact it, from the public pages and without an account: like `sendReferral`, with the
 * family's own signature as permission, and a private link whose token is answered here and nowhere else. The same form
 * posted again answers the first referral, with another link for ten minutes and none later.
 * NotFound: listing not published. Conflict: listing_not_taking_referrals, no_self_referral, needs_signed_release,
 * organization_cannot_receive, call_first. Invalid: by field, words_changed, phone: too_many (capRequests). (domain.md 2.2, 5; design.md 3.2)
 */
export async function sendSelfReferral(
  ctx: Ctx<PublicActor>,
  input: SendSelfReferralInput,
): Promise<SentSelfReferral> {
  whereFor(ctx, "send_self", "ServiceReferral");
  const { consent, ...form } = parseInput(sendSelfReferralSchema, input);
  const text = consentTextOf((await readSettings(ctx)).settings);
  const asked = { by: "self" as const, text, language: consent.language, family: form.family };
  const { wordsShown } = consent;
  const sending = parseSending({
    ...form,
    consent: { ...consentAsRead({ ...asked, organization: "" }), wordsShown },
  });
  const claim = await claimFormKey(ctx, form.formKey, timelessId());
  if (!claim.first) return answerAgain(ctx, claim.referralId);
  const { phone, email } = form.family;
  const quiet = await capRequests(ctx, { serviceId: form.serviceId, phone, email });
  const check = ({ organizationName }: { organizationName: string }) =>
    agreedTo({ ...asked, organization: organizationName }, wordsShown);
  const sent = await writeSending(ctx, claim.referralId, sending, "self", check, quiet);
  const { householdId, referralId } = sent;
  return { ...sent, link: await writeFamilyLink(ctx, { householdId, referralId }) };
}
