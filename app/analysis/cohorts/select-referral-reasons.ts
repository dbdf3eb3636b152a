import { type Selected, wordsSql } from "./selected";

/** The reasons of domain.md 2.3 by what stood in the way; no answer is never "declined". */
const groups: Record<string, readonly string[]> = {
  declined:
    "declined not_interested needs_met_elsewhere prefers_other_provider wait_too_long hours_or_caring cost worried_about_agency declined_to_say".split(
      " ",
    ),
  unable_to_contact:
    "unable_to_contact no_answer_after_attempts no_answer wrong_or_dead_number mail_returned no_safe_way_to_contact".split(
      " ",
    ),
  no_capacity: "no_capacity funding_ended waitlist_not_confirmed".split(" "),
  ineligible:
    "ineligible not_eligible_age not_eligible_area not_eligible_other service_not_offered already_served_here".split(
      " ",
    ),
  language: ["language", "language_or_access"],
  distance: ["distance", "transport"],
};
const names = [...Object.keys(groups), "other"];

const byReason = Object.entries(groups)
  .map(([name, words]) => `WHEN close_reason IN (${wordsSql(words)}) THEN '${name}'`)
  .join(" ");
const ended = "'declined_by_provider', 'declined_by_family', 'unreachable', 'withdrawn', 'expired'";

/** Referrals of the period that ended without enrolment, by reason; without one, by what the status says. */
export function selectReferralReasons(): Selected {
  const sql = `
WITH sent AS (
  SELECT f.frame, f.closed AS closed_by, r.*, r.enrolled IS NULL AND coalesce(r.status, '') <> 'connected' AND (r.closed IS NOT NULL OR coalesce(r.status IN (${ended}), false)) AS is_over,
    CASE ${byReason} WHEN close_reason IS NOT NULL THEN 'other' WHEN status = 'declined_by_family' THEN 'declined' WHEN status = 'unreachable' THEN 'unable_to_contact' END AS why
  FROM frame f JOIN referral r ON r.sent BETWEEN f.lo AND f.hi)
SELECT frame, referral_id AS unit_id, child_id, sent AS at, language, area, why, is_over AND why IS NULL AS unknown,
  CASE WHEN is_over THEN 'counted' ELSE 'not_at_risk' END AS step,
  CASE WHEN NOT is_over THEN CASE WHEN enrolled IS NULL THEN 'still open' ELSE 'enrolled on ' || enrolled END ELSE coalesce(close_reason, why, 'no reason given') END AS reason
FROM sent`;
  return {
    sql,
    hasPlace: true,
    parts: names.map((name) => ({ name, den: "1", num: `coalesce(why = '${name}', false)::INT` })),
  };
}
