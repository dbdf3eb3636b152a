import type pg from "pg";
import { hashToken, newId } from "../../app/domain/kernel/ids";
import { arrangeDuplicates } from "./arrange-duplicates";
import { insertRow, type Place } from "./authorization-matrix";
import { insertAnswerLink } from "./insert-answer-link";
import { insertReferral } from "./insert-referral";

const inTwoDays = () => new Date(Date.now() + 172_800_000);

/** Beside a place's program: what every page with a form stands on, as it is before anybody acts. */
export async function arrangeForms(owner: pg.Pool, place: Place) {
  const { jurisdictionId: jurisdiction_id, organizationId, serviceId, userId, householdId } = place;
  const add = async (table: string, row: Record<string, unknown>) => {
    const id = newId();
    await insertRow(owner, table, { id, jurisdiction_id, ...row });
    return id;
  };
  const duplicates = await arrangeDuplicates(place, owner);
  const { referralId } = await insertReferral(owner, place, "sent");
  const token = "invented-token";
  const token_hash = hashToken(token);
  await owner.query("update family_link set token_hash = $1 where household_id = $2", [
    token_hash,
    householdId,
  ]);
  const answer = await insertAnswerLink(owner, place, referralId);
  await owner.query("update answer_link set token_hash = $1, membership_id = $2 where id = $3", [
    token_hash,
    place.leaverId,
    answer.linkId,
  ]);
  await add("listing_check", {
    organization_id: organizationId,
    service_id: serviceId,
    kind: "review",
    turn: 1,
    token_hash,
    listing_version: 1,
    sent_at: new Date(),
    expires_at: inTwoDays(),
  });
  const suggestionId = newId();
  await insertRow(owner, "suggestion", {
    id: suggestionId,
    jurisdiction_id,
    kind: "new_listing",
    status: "open",
    at: new Date(),
    same_as: suggestionId,
    proposed: { name: "New", organization: "Org" },
  });
  const taxonomy_id = await add("taxonomy", { name: "Invented", description: "" });
  const termId = await add("taxonomy_term", { taxonomy_id, name: "A kind of help", need_codes: [] });
  const callId = await add("intake_call", {
    line: "support_line",
    caller: "family",
    worker_user_id: userId,
    kept_service_ids: [],
    started_at: new Date(),
  });
  return { ...duplicates, referralId, token, suggestionId, termId, callId };
}

/** All that the owner can read, as one mark: two that are the same mean that nothing was written between. */
export async function markDatabase(owner: pg.Pool): Promise<Record<string, string>> {
  const tables = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const marks = tables.rows.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as mark from ${name} t`,
  );
  const { rows } = await owner.query<{ name: string; mark: string }>(marks.join(" union all "));
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]));
}
