import { randomUUID } from "node:crypto";
import type pg from "pg";
import { insertRow, type Place } from "./authorization-matrix";

/** A notice's link to answer a referral with, for two days, written by the tables' owner. */
export async function insertAnswerLink(
  owner: pg.Pool,
  place: Place,
  referralId: string,
): Promise<{ linkId: string; referralId: string }> {
  const linkId = randomUUID();
  const at = new Date();
  await insertRow(owner, "answer_link", {
    id: linkId,
    jurisdiction_id: place.jurisdictionId,
    organization_id: place.organizationId,
    referral_id: referralId,
    referral_version: 1,
    outbox_id: randomUUID(),
    token_hash: `hash-${linkId}`,
    created_at: at,
    expires_at: new Date(at.getTime() + 172_800_000),
  });
  return { linkId, referralId };
}
