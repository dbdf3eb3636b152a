import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { timelessId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { bindCallToFamily, keepHousehold } from "../../households/index.server";
import { claimFormKey } from "./claim-form-key.server";
import { readSendingFacts } from "./read-sending-facts.server";
import { readSentReferral } from "../following/read-sent-referral.server";
import type { SentReferral } from "../reading/referral-views";
import { type SendOutreachReferralInput, sendOutreachReferralSchema } from "./send-outreach-referral.schema";
import { writeReferral } from "./write-referral.server";

/**
 * Hands a family that has not asked to the outreach team, under a recorded disclosure basis and with the minimum set
 * alone. It waits for the family's yes; until then no provider can see that it exists and nobody is written to.
 * NotFound, Conflict as sendReferral; Invalid basisKey: unknown_basis, calledAhead: call_ahead_first. (domain.md, first page and 2.2)
 */
export async function sendOutreachReferral(
  ctx: Ctx,
  input: SendOutreachReferralInput,
): Promise<SentReferral> {
  whereFor(ctx, "send", "ServiceReferral");
  const sending = parseInput(sendOutreachReferralSchema, input);
  const claim = await claimFormKey(ctx, sending.formKey, timelessId());
  if (!claim.first) return readSentReferral(ctx, claim.referralId);
  const { serviceId, family, needCodes, urgent } = sending;
  const facts = await readSendingFacts(ctx, {
    serviceId,
    householdId: null,
    consentMethod: null,
    calledAhead: sending.calledAhead,
    duplicateReason: sending.duplicateReason ?? null,
    typed: family,
  });
  const basis = facts.settings.disclosureBases.find(({ key, ended }) => key === sending.basisKey && !ended);
  if (!basis) throw new Invalid({ basisKey: ["unknown_basis"] });
  const householdId = await keepHousehold(ctx, { householdId: null, family });
  if (sending.callId) await bindCallToFamily(ctx, { callId: sending.callId, householdId });
  const written = await writeReferral(
    ctx,
    {
      id: claim.referralId,
      status: "awaiting_family_yes",
      kind: "outreach",
      householdId,
      serviceId,
      receivingOrganizationId: facts.organizationId,
      callId: sending.callId ?? null,
      urgent,
      senderUserId: staffUserId(ctx.actor),
      sendingTeam: ctx.actor.kind === "staff" ? ctx.actor.teamName : null,
      basisKind: basis.kind,
      basisCitation: basis.citation,
      needCodes,
      serviceVersion: facts.serviceVersion,
      goalFrameworkVersion: facts.settings.goalFrameworkVersion,
    },
    facts.rules,
  );
  return {
    referralId: claim.referralId,
    householdId,
    status: "awaiting_family_yes",
    repeated: false,
    ...written,
  };
}
