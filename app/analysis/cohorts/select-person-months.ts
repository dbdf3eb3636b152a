import type { ComputeOf } from "../../domain/measures/compute-schema";
import type { Selected } from "./selected";

const inCare = `SELECT m.*, e.child_id FROM month m JOIN episode e ON e.entry <= m.first AND e.exit > m.last`;
/** An open case at home from before the first day to after the last, under 18 on the first, and no day in care. */
const atHome = `SELECT m.*, c.child_id FROM month m JOIN cases c ON c.start_date <= m.first AND coalesce(c.end_date, DATE '9999-12-31') > m.last
  LEFT JOIN child_stratum s ON s.child_id = c.child_id
  WHERE coalesce(c.in_home, true) AND coalesce(s.adult_at > m.first, true)
    AND (m.first, c.child_id) NOT IN (SELECT (m.first, e.child_id) FROM month m JOIN episode e ON e.entry <= m.last AND e.exit > m.first)`;

/** Whole calendar months of the period that a child was in care, or at home with an open case; visits in person in them. */
export function selectPersonMonths({ place }: ComputeOf<"person_months">): Selected {
  const sql = `
WITH month AS (
  SELECT * FROM (SELECT frame, closed, lo, hi, unnest(generate_series(date_trunc('month', lo), date_trunc('month', hi), INTERVAL 1 MONTH))::DATE AS first FROM frame) m,
    LATERAL (SELECT last_day(m.first) AS last) WHERE first >= lo AND last <= hi
), stay AS (SELECT DISTINCT frame, closed, first, last, child_id FROM (${place === "care" ? inCare : atHome})), visit AS (
  SELECT child_id, date_trunc('month', contact_at)::DATE AS first, min(contact_at)::DATE AS visited_on, bool_or(coalesce(in_residence, false)) AS in_residence
  FROM contacts WHERE method = 'in_person' AND status = 'completed' AND coalesce(kind, 'visit') = 'visit' GROUP BY ALL)
SELECT s.frame, s.child_id AS unit_id, s.child_id, s.first AS at, CASE WHEN s.last > s.closed THEN 'open' ELSE 'counted' END AS step, false AS unknown,
  v.first IS NOT NULL AS visited, coalesce(v.in_residence, false) AS in_residence,
  'month of ' || s.first || ': ' || CASE WHEN v.first IS NULL THEN 'no completed visit in person' WHEN v.in_residence THEN 'visited where the child lives' ELSE 'visited on ' || v.visited_on END AS reason
FROM stay s LEFT JOIN visit v USING (child_id, first)`;
  return {
    sql,
    parts: [
      { name: "visited", den: "1", num: "visited::INT" },
      { name: "in_residence", den: "1", num: "in_residence::INT", where: "visited" },
    ],
  };
}
