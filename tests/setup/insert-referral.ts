import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type ReferralStatus, statusFacts } from "../../app/domain/referrals/states/referral-status";
import { insertRow, type Place } from "./authorization-matrix";

export type InsertedReferral = { referralId: string; consentId: string | null };

const snapshot = JSON.stringify({
  caregiverName: "Marisol",
  phone: "(410) 555-0142",
  email: null,
  contactWay: "call",
  messageOk: true,
  bestTimes: null,
  language: "es",
  interpreter: false,
  postalCode: "21215",
  childAgesMonths: [36, 72],
});

async function insertConsent(owner: pg.Pool, place: Place, at: Date): Promise<string> {
  const id = randomUUID();
  await insertRow(owner, "consent", {
    id,
    jurisdiction_id: place.jurisdictionId,
    household_id: place.householdId,
    recipient_organization_id: place.organizationId,
    status: "given",
    method: "verbal",
    data_classes: ["name", "phone", "postal_code", "language", "child_ages", "needs"],
    text_version: "test",
    language: "es",
    words_shown: "¿Está bien?",
    given_at: at,
    created_at: at,
  });
  return id;
}

let latest = 0;

/** A minute ago, and later than the time before: two referrals of one millisecond would stand in any order. */
function nextTime(): Date {
  latest = Math.max(Date.now() - 60_000, latest + 1);
  return new Date(latest);
}

/** A referral that stands in a status, with the history that brought it there, written by the tables' owner. */
export async function insertReferral(
  owner: pg.Pool,
  place: Place,
  status: ReferralStatus,
  more: Record<string, unknown> = {},
): Promise<InsertedReferral> {
  const at = nextTime();
  const referralId = randomUUID();
  const outreach = status === "awaiting_family_yes";
  const consentId = outreach ? null : await insertConsent(owner, place, at);
  const facts = statusFacts[status];
  await insertRow(owner, "service_referral", {
    id: referralId,
    jurisdiction_id: place.jurisdictionId,
    number: referralId.slice(-8),
    household_id: place.householdId,
    service_id: place.serviceId,
    receiving_organization_id: place.organizationId,
    kind: outreach ? "outreach" : "consented",
    status,
    next_act_owner: facts.owner,
    next_act: facts.act,
    due_at: facts.open && status !== "on_hold" ? new Date(at.getTime() + 172_800_000) : null,
    resume_by: status === "on_hold" ? new Date(at.getTime() + 864_000_000) : null,
    sender_user_id: place.userId,
    basis_kind: outreach ? "statute" : "consent",
    consent_id: consentId,
    need_codes: [],
    snapshot: outreach ? "{}" : snapshot,
    created_at: at,
    sent_at: outreach ? null : at,
    closed_at: facts.open ? null : at,
    ...more,
  });
  const common = {
    jurisdiction_id: place.jurisdictionId,
    referral_id: referralId,
    at,
    actor_kind: "staff",
    actor_id: place.userId,
  };
  const first = outreach ? status : "sent";
  const event = outreach ? "referral.outreach_started" : "referral.sent";
  await insertRow(owner, "referral_event", {
    id: randomUUID(),
    ...common,
    sequence: 1,
    event,
    from_status: null,
    to_status: first,
  });
  if (status !== first) {
    const id = randomUUID();
    await insertRow(owner, "referral_event", {
      id,
      ...common,
      sequence: 2,
      event: `referral.${status}`,
      from_status: first,
      to_status: status,
      due_before: new Date(at.getTime() + 172_800_000),
    });
  }
  return { referralId, consentId };
}
