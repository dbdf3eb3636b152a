import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { ReferralStatus } from "../../app/domain/referrals/states/referral-status";
import { insertRow, type Place } from "./authorization-matrix";
import { insertAnswerLink } from "./insert-answer-link";
import { insertReferral } from "./insert-referral";

export type ReferralTarget = {
  /** Another program of the same organization, to go on with after a decline. */
  otherServiceId: string;
  place: Place;
  organizationName: string;
  ids: Partial<Record<ReferralStatus, string>>;
  undoable: string;
  /** A referral whose last act is a try of the place's person, and that try. */
  tried: { referralId: string; attemptId: string };
  asked: string;
};

const statuses: ReferralStatus[] = [
  "awaiting_family_yes",
  "sent",
  "needs_information",
  "accepted",
  "contacting",
  "waitlisted",
  "declined_by_provider",
];

/** One referral in each status that the matrix acts on, tries that meet the attempt rule, a basis for outreach. */
export async function arrangeReferrals(place: Place, owner: pg.Pool): Promise<ReferralTarget> {
  const ids: ReferralTarget["ids"] = {};
  for (const status of statuses) ids[status] = (await insertReferral(owner, place, status)).referralId;
  place.answer = await insertAnswerLink(owner, place, ids.sent ?? "");
  const { referralId: undoable } = await insertReferral(owner, place, "needs_information");
  const { referralId: lastTried } = await insertReferral(owner, place, "contacting");
  const tried = { referralId: lastTried, attemptId: randomUUID() };
  const attempt = {
    id: tried.attemptId,
    jurisdiction_id: place.jurisdictionId,
    referral_id: lastTried,
    at: new Date(),
  };
  await insertRow(owner, "contact_attempt", {
    ...attempt,
    way: "call",
    outcome: "no_answer",
    created_at: attempt.at,
  });
  await insertRow(owner, "referral_event", {
    ...attempt,
    sequence: 3,
    event: "referral.contact_attempted",
    from_status: "contacting",
    to_status: "contacting",
    actor_kind: "staff",
    actor_id: place.userId,
  });
  const { referralId: asked } = await insertReferral(owner, place, "contacting");
  await owner.query(
    `insert into referral_event (id, jurisdiction_id, referral_id, sequence, at, event, from_status, to_status, actor_kind, reason_code)
   values ($1, $2, $3, 3, now(), 'referral.withdrawal_requested', 'contacting', 'contacting', 'staff', 'needs_changed')`,
    [randomUUID(), place.jurisdictionId, asked],
  );
  await owner.query(
    `insert into contact_attempt (id, jurisdiction_id, referral_id, at, way, outcome, created_at)
   select gen_random_uuid(), $1, r, now() - d, w, 'no_answer', now()
   from unnest($2::uuid[]) r, (values (interval '8 days', 'call'), (interval '6 days 8 hours', 'text'), (interval '3 days 16 hours', 'call')) t(d, w)`,
    [place.jurisdictionId, [ids.contacting, ids.awaiting_family_yes]],
  );
  const otherServiceId = randomUUID();
  await owner.query(
    `insert into service (id, jurisdiction_id, organization_id, slug, name, listing_state, assured_at, last_modified)
     select $1, jurisdiction_id, organization_id, slug || '-other', 'Other program', listing_state, assured_at, last_modified
     from service where id = $2`,
    [otherServiceId, place.serviceId],
  );
  const settings = {
    disclosureBases: [{ key: "outreach", kind: "statute", citation: "Test Code 1", label: { en: "Test" } }],
  };
  await owner.query("update jurisdiction set settings = $2 where id = $1", [place.jurisdictionId, settings]);
  const { rows } = await owner.query("select name from organization where id = $1", [place.organizationId]);
  return { otherServiceId, place, organizationName: rows[0].name, ids, undoable, tried, asked };
}
