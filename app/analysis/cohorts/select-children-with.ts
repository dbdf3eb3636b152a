import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole } from "./selected";

type Event = ComputeOf<"children_with">["event"];

const underAge = "coalesce(r.report_date < c.adult_at, true)";
const found: Record<Event, { from: string; says: string }> = {
  allegation: {
    from: `SELECT f.frame, f.hi, f.closed, r.child_id, min(r.report_date) AS at FROM frame f JOIN reports r ON r.report_date BETWEEN f.lo AND f.hi
      LEFT JOIN child_stratum c USING (child_id) WHERE ${underAge} GROUP BY ALL`,
    says: "reported",
  },
  victim: {
    from: `SELECT f.frame, f.hi, f.closed, r.child_id, min(r.report_date) AS at FROM frame f JOIN victim r ON r.report_date BETWEEN f.lo AND f.hi
      WHERE coalesce(r.report_date < r.adult_at, true) GROUP BY ALL`,
    says: "confirmed report",
  },
  entry: {
    from: `SELECT f.frame, f.hi, f.closed, e.child_id, min(e.entry) AS at FROM frame f JOIN episode e ON e.entry BETWEEN f.lo AND f.hi GROUP BY ALL`,
    says: "entered care",
  },
  in_care: {
    from: `SELECT f.frame, f.hi, f.closed, e.child_id, f.hi AS at FROM frame f JOIN episode e ON e.entry <= f.hi AND e.exit > f.hi GROUP BY ALL`,
    says: "in care",
  },
};

/** Children to whom it happened in the period, each once (C10); who is 18 is not among them. */
export function selectChildrenWith(event: Event): Selected {
  const { from, says } = found[event];
  const sql = `SELECT frame, child_id AS unit_id, child_id, w.at, CASE WHEN hi > closed THEN 'open' ELSE 'counted' END AS step,
    false AS unknown, '${says} on ' || w.at AS reason FROM (${from}) w`;
  return { sql, parts: whole("1"), ofPopulation: true };
}
