import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { staffUserId } from "../../kernel/actor";
import { bindCallToFamily, keepHousehold, readFamilyDetails } from "../../households/index.server";
import { tellContactChanged } from "../family/tell-contact-changed.server";
import { type SendingFacts, readSendingFacts } from "./read-sending-facts.server";
import { dataClassesOf, takeSnapshot } from "./referral-snapshot";
import type { Quiet } from "./cap-requests.server";
import type { SentReferral } from "../reading/referral-views";
import { type SendReferralInput, sendReferralSchema } from "./send-referral.schema";
import { settleReplaced } from "./settle-replaced.server";
import { writeConsent, writeReferral } from "./write-referral.server";

export type Sending = ReturnType<typeof parseSending>;
export type SendingKind = "consented" | "self";

/** The form as its schema wants it. Invalid also when something would be shared that the words did not cover. */
export function parseSending(input: SendReferralInput) {
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

async function keepFamily(ctx: Ctx, sending: Sending): Promise<string> {
  const before = sending.householdId ? await readFamilyDetails(ctx, sending.householdId) : null;
  const householdId = await keepHousehold(ctx, {
    householdId: sending.householdId ?? null,
    family: sending.family,
  });
  if (before) await tellContactChanged(ctx, householdId, before);
  if (sending.callId) await bindCallToFamily(ctx, { callId: sending.callId, householdId });
  return householdId;
}

async function writeRows(ctx: Ctx, id: string, sending: Sending, kind: SendingKind, facts: SendingFacts) {
  const { family, consent } = sending;
  const householdId = await keepFamily(ctx, sending);
  const { organizationId, settings } = facts;
  const consentId = await writeConsent(ctx, {
    ...consent,
    householdId,
    recipientOrganizationId: organizationId,
    calendarDays: settings.consentCalendarDays,
  });
  const written = await writeReferral(
    ctx,
    {
      id,
      status: "sent",
      kind,
      householdId,
      serviceId: sending.serviceId,
      receivingOrganizationId: organizationId,
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
      goalFrameworkVersion: settings.goalFrameworkVersion,
      calledAhead: sending.calledAhead,
      replacesId: sending.replacesId ?? null,
    },
    facts.rules,
  );
  if (sending.replacesId) await settleReplaced(ctx, sending.replacesId, householdId);
  return { referralId: id, householdId, status: "sent" as const, repeated: false, ...written };
}

async function tell(
  ctx: Ctx,
  sent: SentReferral,
  sending: Sending,
  toOrganizationId: string,
  quiet: Quiet,
): Promise<void> {
  const { referralId, householdId } = sent;
  if (!quiet.program)
    await announce(ctx, { template: "referral-sent", toOrganizationId, params: { referralId } });
  if (quiet.family || !mayMail(sending.family)) return;
  const locale = sending.family.language;
  await announce(ctx, { template: "family-link", locale, params: { referralId, householdId } });
}

/**
 * Everything that a yes to one program writes, in the caller's transaction: the guards first, then family, permission,
 * snapshot, referral, history, audit and notices. `check` sees the facts before anything is written; `quiet` is not mailed. Inside the two
 * operations that send.
 */
export async function writeSending(
  ctx: Ctx,
  id: string,
  sending: Sending,
  kind: SendingKind,
  check: (facts: SendingFacts) => void = () => undefined,
  quiet: Quiet = { program: false, family: false },
): Promise<SentReferral> {
  const facts = await readSendingFacts(ctx, {
    serviceId: sending.serviceId,
    householdId: sending.householdId ?? null,
    consentMethod: sending.consent.method,
    calledAhead: sending.calledAhead,
    duplicateReason: sending.duplicateReason ?? null,
    ...(kind === "self" ? { bySelf: true } : { typed: sending.family }),
  });
  check(facts);
  const sent: SentReferral = await writeRows(ctx, id, sending, kind, facts);
  await tell(ctx, sent, sending, facts.organizationId, quiet);
  return sent;
}
