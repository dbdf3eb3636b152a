import type { ComputeOf } from "../../domain/measures/compute-schema";
import type { Selected } from "./selected";

/**
 * Reports that ask for a response: an immediate one within 24 hours of the call by the clock, the others within 10 days by
 * the calendar. Contact in person with any child of the report; attempts count unless only completed ones are asked.
 */
export function selectResponses({ completedOnly }: ComputeOf<"responses">): Selected {
  const good = completedOnly ? "'completed'" : "'attempted', 'completed'";
  const sql = `
WITH asked AS (
  SELECT report_id, min(child_id) AS child_id, min(report_date) AS report_date, min(received_at) AS received_at,
    CASE WHEN bool_or(response_type = 'immediate') THEN 'immediate' ELSE '10_day' END AS kind
  FROM reports WHERE response_type IN ('immediate', '3_day', '5_day', '10_day') AND coalesce(screen_decision, 'screened_in') = 'screened_in'
  GROUP BY report_id
), picked AS (
  SELECT f.frame, f.closed, a.*, a.report_date + CASE WHEN kind = 'immediate' THEN 1 ELSE 10 END AS window_last
  FROM frame f JOIN asked a ON a.report_date BETWEEN f.lo AND f.hi
), met AS (
  SELECT p.frame, p.report_id, min(c.contact_at) AS any_at, min(c.contact_at) FILTER (WHERE CASE
    WHEN p.kind = 'immediate' THEN c.contact_at BETWEEN p.received_at AND p.received_at + INTERVAL 24 HOUR
    ELSE c.contact_at::DATE - coalesce(p.received_at::DATE, p.report_date) BETWEEN 0 AND 10 END) AS met_at
  FROM picked p JOIN reports r USING (report_id) JOIN contacts c ON c.child_id = r.child_id
  WHERE coalesce(c.kind, 'response') = 'response' AND c.method = 'in_person' AND c.status IN (${good})
    AND c.contact_at >= coalesce(p.received_at, p.report_date) GROUP BY p.frame, p.report_id)
SELECT p.frame, p.report_id AS unit_id, p.child_id, p.report_date AS at, p.kind, met_at IS NOT NULL AS hit,
  CASE WHEN window_last > closed THEN 'open' ELSE 'counted' END AS step, p.kind = 'immediate' AND p.received_at IS NULL AS unknown,
  CASE WHEN window_last > closed THEN 'window closes on ' || window_last || ', after ' || closed
    WHEN p.kind = 'immediate' AND p.received_at IS NULL THEN 'the hour of the report is not known'
    WHEN met_at IS NOT NULL THEN 'contact in person at ' || met_at WHEN any_at IS NOT NULL THEN 'first contact in person at ' || any_at || ': too late'
    ELSE 'no contact in person' END AS reason
FROM picked p LEFT JOIN met m USING (frame, report_id)`;
  const part = { den: "1", num: "hit::INT" };
  return {
    sql,
    parts: [
      { name: null, ...part },
      { name: "immediate", where: "kind = 'immediate'", ...part },
      { name: "10_day", where: "kind = '10_day'", ...part },
    ],
  };
}
