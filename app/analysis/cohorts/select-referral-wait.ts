import { type Selected, whole } from "./selected";

/**
 * Days from a referral to the first session attended. Whoever waits at the last day of the data, or whose referral or
 * enrolment ended before, is followed up to then and no further.
 */
export function selectReferralWait(): Selected {
  const sql = `
WITH sent AS (
  SELECT f.frame, f.closed AS closed_by, r.*, (SELECT min(a.day) FROM attended a WHERE a.referral_id = r.referral_id AND a.day >= r.sent) AS served_on
  FROM frame f JOIN referral r ON r.sent BETWEEN f.lo AND f.hi
), followed AS (
  SELECT *, least(closed_by, coalesce(CASE WHEN enrolled IS NULL THEN closed ELSE exit END, DATE '9999-12-31')) AS until FROM sent)
SELECT frame, referral_id AS unit_id, child_id, sent AS at, language, area, coalesce(served_on <= until, false) AS came,
  CASE WHEN served_on <= until THEN served_on ELSE until END - sent AS days, false AS unknown, CASE WHEN until < sent THEN 'open' ELSE 'counted' END AS step,
  CASE WHEN served_on <= until THEN 'first service on ' || served_on || ', day ' || (served_on - sent) ELSE 'no service by ' || until END AS reason
FROM followed`;
  return { sql, hasPlace: true, parts: whole("came::INT"), isTimes: true };
}
