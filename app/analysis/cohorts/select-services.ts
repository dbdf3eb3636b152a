import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole } from "./selected";

/** Prevention services that began in the period: how long the ended ones lasted, or what they cost for each child. */
export function selectServices({ outcome }: ComputeOf<"services">): Selected {
  return outcome === "duration" ? durations : spending;
}

const durations: Selected = {
  sql: `
SELECT f.frame, s.child_id AS unit_id, s.child_id, s.start_date AS at, s.end_date - s.start_date AS days,
  CASE WHEN s.end_date IS NULL OR s.end_date < s.start_date OR s.end_date > f.closed THEN 'not_at_risk' ELSE 'counted' END AS step, s.end_date IS NULL AS unknown,
  'began on ' || s.start_date || CASE WHEN s.end_date IS NULL OR s.end_date > f.closed THEN ', still open' ELSE ', ended on ' || s.end_date END AS reason
FROM frame f JOIN services s ON s.start_date BETWEEN f.lo AND f.hi`,
  parts: whole("1"),
  isMedian: true,
};

const spending: Selected = {
  sql: `
SELECT f.frame, s.child_id AS unit_id, s.child_id, min(s.start_date) AS at, coalesce(sum(s.cost), 0) AS dollars, bool_or(s.cost IS NULL) AS unknown,
  CASE WHEN f.hi > f.closed THEN 'open' ELSE 'counted' END AS step,
  count(*) || ' services, ' || coalesce(sum(s.cost), 0) || ' dollars' || CASE WHEN bool_or(s.cost IS NULL) THEN '; a cost is not known' ELSE '' END AS reason
FROM frame f JOIN services s ON s.start_date BETWEEN f.lo AND f.hi GROUP BY f.frame, f.hi, f.closed, s.child_id`,
  parts: whole("dollars"),
};
