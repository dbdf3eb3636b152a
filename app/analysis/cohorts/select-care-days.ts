import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole } from "./selected";

const parts = whole("hits", "days");

/** Days in care in the period (C4), and victim reports or placement moves on them; one row a child. */
export function selectCareDays({ events }: ComputeOf<"care_days">): Selected {
  return { sql: events === "victim_report" ? victimReports : placementMoves, parts };
}

const ended = "CASE WHEN hi > closed THEN 'open' WHEN days = 0 THEN 'not_at_risk' ELSE 'counted' END AS step";
const dobUnknown =
  "NOT EXISTS (SELECT 1 FROM child_stratum s WHERE s.child_id = c.child_id AND s.dob IS NOT NULL) AS unknown";

/** Days that an overlapping episode already has are not counted twice. */
const victimReports = `
WITH care AS (
  SELECT f.*, e.*, e.exit <= f.hi AND e.exit - e.entry < 8 AS is_short,
    greatest(0, least(e.exit, f.hi + 1) - greatest(e.counts_from, f.lo)) AS part_days
  FROM frame f JOIN episode e ON e.entry <= f.hi AND e.exit > f.lo
), looked AS (
  SELECT c.frame, c.child_id, v.report_id, v.report_date, CASE
    WHEN c.is_short THEN 'in an episode of under 8 days' WHEN v.report_date - c.entry < 7 THEN 'in the first 7 days'
    WHEN v.is_repeat THEN 'a day or less after the initial report'
    WHEN v.incident_date < c.entry OR v.incident_date >= c.exit THEN 'about a day outside the episode' END AS why_not
  FROM care c JOIN victim v ON v.child_id = c.child_id AND v.report_date >= c.entry AND v.report_date < c.exit AND v.report_date BETWEEN c.lo AND c.hi
  QUALIFY row_number() OVER (PARTITION BY c.frame, c.child_id, v.report_id ORDER BY why_not NULLS FIRST) = 1
), told AS (
  SELECT frame, child_id, count(*) FILTER (WHERE why_not IS NULL) AS hits,
    string_agg('report on ' || report_date || coalesce(' ' || why_not || ': not counted', ' counted'), '; ' ORDER BY report_date, report_id) AS said
  FROM looked GROUP BY frame, child_id
), child AS (
  SELECT frame, child_id, any_value(hi) AS hi, any_value(closed) AS closed, min(greatest(entry, lo)) AS at,
    coalesce(sum(part_days) FILTER (WHERE NOT is_short), 0) AS days FROM care GROUP BY frame, child_id)
SELECT c.frame, c.child_id AS unit_id, c.child_id, c.at, c.days, coalesce(t.hits, 0) AS hits, ${ended}, ${dobUnknown},
  CASE WHEN c.days = 0 THEN 'in care for under 8 days: not counted' ELSE c.days || ' days in care' END || coalesce('; ' || t.said, '') AS reason
FROM child c LEFT JOIN told t USING (frame, child_id)`;

/** Of children who entered in the period: days with a known place, and changes of home after the first. */
const placementMoves = `
WITH entered AS (
  SELECT f.*, e.*, e.exit <= f.hi AND e.exit - e.entry < 8 AS is_short FROM frame f JOIN episode e ON e.entry BETWEEN f.lo AND f.hi
), lived AS (
  SELECT e.frame, e.child_id, sum(greatest(0, least(p.stop, e.hi + 1) - p.start)) AS days
  FROM entered e JOIN place p USING (child_id, n) WHERE NOT e.is_short AND p.is_known AND p.start <= e.hi GROUP BY e.frame, e.child_id
), moved AS (
  SELECT e.frame, e.child_id, count(*) AS hits, string_agg('moved on ' || m.moved, '; ' ORDER BY m.moved) AS said
  FROM entered e JOIN move m USING (child_id, n) WHERE NOT e.is_short AND m.moved <= e.hi GROUP BY e.frame, e.child_id
), child AS (
  SELECT frame, child_id, hi, closed, min(entry) AS at, bool_and(is_short) AS all_short, coalesce(any_value(l.days), 0) AS days
  FROM entered LEFT JOIN lived l USING (frame, child_id) GROUP BY frame, child_id, hi, closed)
SELECT c.frame, c.child_id AS unit_id, c.child_id, c.at, c.days, coalesce(m.hits, 0) AS hits, ${ended}, ${dobUnknown},
  CASE WHEN c.all_short THEN 'in care for under 8 days: not counted' WHEN c.days = 0 THEN 'no placement is known: not counted'
    ELSE c.days || ' days in known places; ' || coalesce(m.said, 'no move') END AS reason
FROM child c LEFT JOIN moved m USING (frame, child_id)`;
