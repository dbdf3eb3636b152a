import type { CountItem, ReferralEvent } from "./count-job";

const columns = `coalesce(language, 'missing') AS language, coalesce(area, 'missing') AS area, race, sex, age`;

/** Referrals once each, though a family's file may name one referral for several children. */
const oneReferral = `referral AS (
  SELECT referral_id, min(family_id) AS family_id, min(sent) AS sent, min(enrolled) AS enrolled, min(language) AS language, min(area) AS area,
    coalesce(min(c.race), 'missing') AS race, coalesce(min(c.sex), 'missing') AS sex, 'missing' AS age
  FROM valid_referral v LEFT JOIN child_stratum c USING (child_id) GROUP BY referral_id)`;

/** Families: the first referral sent in the period is the index; any referral of the family may bring the enrolment. */
const oneFamily = (from: string, to: string): string => `family AS (
  SELECT family_id, min(sent) AS sent, arg_min(language, (sent, referral_id)) AS language, arg_min(area, (sent, referral_id)) AS area,
    arg_min(race, (sent, referral_id)) AS race, arg_min(sex, (sent, referral_id)) AS sex, 'missing' AS age
  FROM referral WHERE family_id IS NOT NULL AND sent BETWEEN DATE '${from}' AND DATE '${to}' GROUP BY family_id)`;

/** One row a referral (or family) of the period in the table `member`; a referral stays whatever became of it. */
export function referralEventMembers(
  item: CountItem,
  compute: ReferralEvent,
  part: "referrals" | "families",
  closedBy: string,
): string {
  const [from, to] = item.period;
  const isFamily = part === "families";
  const days = compute.days ?? 0;
  const unit = isFamily
    ? `SELECT f.family_id AS unit_id, f.*, (SELECT min(r.enrolled) FROM referral r WHERE r.family_id = f.family_id
        AND r.enrolled BETWEEN f.sent AND f.sent + ${days}) AS enrolled FROM family f`
    : `SELECT referral_id AS unit_id, referral.* FROM referral WHERE sent BETWEEN DATE '${from}' AND DATE '${to}'`;
  const isClosed = compute.event === "sent" ? "true" : `sent + ${days} <= DATE '${closedBy}'`;
  const isHit =
    compute.event === "sent" ? "true" : `coalesce(enrolled BETWEEN sent AND sent + ${days}, false)`;
  return `
CREATE OR REPLACE TEMP TABLE member AS
WITH ${oneReferral}${isFamily ? `, ${oneFamily(from, to)}` : ""}, unit AS (${unit}),
judged AS (SELECT *, ${isClosed} AS closed, ${isHit} AS hit FROM unit)
SELECT unit_id, CASE WHEN closed THEN 'counted' ELSE 'open' END AS step, closed AS in_den, closed AND hit AS in_num, false AS unknown, ${columns},
  ${reason(compute, days, closedBy)} AS reason FROM judged`;
}

function reason(compute: ReferralEvent, days: number, closedBy: string): string {
  if (compute.event === "sent") return "'sent on ' || sent";
  return `CASE WHEN NOT closed THEN 'window closes on ' || (sent + ${days}) || ', after ${closedBy}'
    WHEN hit THEN 'enrolled on ' || enrolled || ', day ' || (enrolled - sent)
    ELSE 'not enrolled by ' || (sent + ${days}) END`;
}
