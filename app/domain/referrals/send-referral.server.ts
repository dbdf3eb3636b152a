import { staffUserId } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { announce, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { bindCallToFamily, keepHousehold } from "../households/index.server";
import { claimFormKey } from "./claim-form-key.server";
import { readSendingFacts } from "./read-sending-facts.server";
import { readSentReferral } from "./read-sent-referral.server";
import { dataClassesOf, takeSnapshot } from "./referral-snapshot";
import type { SentReferral } from "./referral-views";
import { type SendReferralInput, sendReferralSchema } from "./send-referral.schema";
import { settleReplaced } from "./settle-replaced.server";
import { writeConsent, writeReferral } from "./write-referral.server";

type Sending = ReturnType<typeof parse>;

function parse(input: SendReferralInput) {
  const sending = parseInput(sendReferralSchema, input);
  const uncovered = dataClassesOf(sending.family).filter(
    (held) => !sending.consent.dataClasses.includes(held),
  );
  if (uncovered.length > 0) throw new Invalid({ "consent.dataClasses": ["does_not_cover"] });
  return sending;
}

/** E-mail only where the family said that a message is fine. */
function mayMail(family: Sending["family"]): boolean {
  return family.email !== null && (family.contactWay === "email" || family.messageOk);
}

async function write(ctx: Ctx, id: string, sending: Sending) {
  const { family, consent } = sending;
  const facts = await readSendingFacts(ctx, {
    serviceId: sending.serviceId,
    householdId: sending.householdId ?? null,
    consentMethod: consent.method,
    calledAhead: sending.calledAhead,
    duplicateReason: sending.duplicateReason ?? null,
  });
  const householdId = await keepHousehold(ctx, { householdId: sending.householdId ?? null, family });
  if (sending.callId) await bindCallToFamily(ctx, { callId: sending.callId, householdId });
  const recipientOrganizationId = facts.organizationId;
  const calendarDays = facts.settings.consentCalendarDays;
  const consentId = await writeConsent(ctx, {
    ...consent,
    householdId,
    recipientOrganizationId,
    calendarDays,
  });
  const written = await writeReferral(
    ctx,
    {
      id,
      status: "sent",
      kind: "consented",
      householdId,
      serviceId: sending.serviceId,
      receivingOrganizationId: recipientOrganizationId,
      callId: sending.callId ?? null,
      urgent: sending.urgent,
      senderUserId: staffUserId(ctx.actor),
      sendingTeam: ctx.actor.kind === "staff" ? ctx.actor.teamName : null,
      basisKind: "consent",
      consentId,
      needCodes: sending.needCodes,
      whatWouldHelp: sending.whatWouldHelp,
      snapshot: takeSnapshot(family, consent.dataClasses),
      serviceVersion: facts.serviceVersion,
      goalFrameworkVersion: facts.settings.goalFrameworkVersion,
      calledAhead: sending.calledAhead,
      replacesId: sending.replacesId ?? null,
    },
    facts.rules,
  );
  if (sending.replacesId) await settleReplaced(ctx, sending.replacesId, householdId);
  const sent: SentReferral = { referralId: id, householdId, status: "sent", repeated: false, ...written };
  return { sent, toOrganizationId: recipientOrganizationId };
}

/**
 * Sends a referral that the family agreed to, in one transaction: family, permission with the words as read, frozen
 * snapshot, referral, history, audit and the provider's notice. Posting the same form again answers the first one.
 * NotFound: listing, call or family out of reach. Conflict: listing_not_taking_referrals, organization_cannot_receive,
 * needs_signed_release, open_duplicate. Invalid: by field, call_ahead_first, does_not_cover. (domain.md 2.2)
 */
export async function sendReferral(ctx: Ctx, input: SendReferralInput): Promise<SentReferral> {
  whereFor(ctx, "send", "ServiceReferral");
  const sending = parse(input);
  const claim = await claimFormKey(ctx, sending.formKey, newId(ctx.clock.now()));
  if (!claim.first) return readSentReferral(ctx, claim.referralId);
  const { sent, toOrganizationId } = await write(ctx, claim.referralId, sending);
  const { referralId } = sent;
  await announce(ctx, { template: "referral-sent", toOrganizationId, params: { referralId } });
  if (mayMail(sending.family)) {
    const locale = sending.family.language;
    await announce(ctx, {
      template: "family-link",
      locale,
      params: { referralId, householdId: sent.householdId },
    });
  }
  return sent;
}
