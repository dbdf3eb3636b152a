import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole } from "./selected";

/** Candidates for foster care with a prevention plan of the period and a service: the day of the plan is the index. */
const planned = `planned AS (
  SELECT f.frame, f.closed, s.child_id, min(s.plan_date) AS plan_on FROM frame f JOIN services s ON s.plan_date BETWEEN f.lo AND f.hi
  WHERE s.candidacy_type = 'candidate' AND s.start_date IS NOT NULL GROUP BY ALL)`;
const inCare = (day: string): string =>
  `EXISTS (SELECT 1 FROM episode e WHERE e.child_id = w.child_id AND e.entry <= ${day} AND e.exit > ${day})`;

export function selectPreventionPlans({ outcome, months }: ComputeOf<"prevention_plans">): Selected {
  const sql = `
WITH ${planned}, w AS (SELECT *, last_window_day(plan_on, ${months}) AS window_last FROM planned), judged AS (
  SELECT w.*, ${inCare("w.plan_on")} AS at_start, ${inCare("w.window_last")} AS at_end,
    (SELECT min(e.entry) FROM episode e WHERE e.child_id = w.child_id AND e.entry BETWEEN w.plan_on AND w.window_last) AS entered_on FROM w)
SELECT frame, child_id AS unit_id, child_id, plan_on AS at, at_start, at_end, entered_on IS NULL AS stayed, false AS unknown,
  CASE WHEN ${outcome === "no_entry" ? "at_start AND entered_on IS DISTINCT FROM plan_on" : "false"} THEN 'not_at_risk' WHEN window_last > closed THEN 'open' ELSE 'counted' END AS step,
  CASE WHEN window_last > closed THEN 'window closes on ' || window_last || ', after ' || closed
    WHEN at_start THEN 'in care on the day of the plan, ' || plan_on WHEN entered_on IS NOT NULL THEN 'entered care on ' || entered_on
    ELSE 'not in care from ' || plan_on || ' to ' || window_last END AS reason
FROM judged`;
  const parts =
    outcome === "no_entry"
      ? whole("stayed::INT")
      : [
          { name: "start", den: "1", num: "at_start::INT" },
          { name: "end", den: "1", num: "at_end::INT" },
        ];
  return { sql, parts };
}
