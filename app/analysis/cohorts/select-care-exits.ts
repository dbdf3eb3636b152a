import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole, wordsSql } from "./selected";

/**
 * Each child's first exit of the period for one of the reasons, and whether the next entry came within the window. Who left
 * for no reason given is counted apart (C9); an episode that another one overlaps has no exit that can be told.
 */
export function selectCareExits({ reasons, months }: ComputeOf<"exits">): Selected {
  const sql = `
WITH picked AS (
  SELECT f.*, e.* FROM frame f JOIN episode e ON e.exit BETWEEN f.lo AND f.hi
  WHERE e.reason IN (${wordsSql(reasons)}, 'missing')
  QUALIFY row_number() OVER (PARTITION BY frame, child_id ORDER BY e.reason = 'missing', e.exit, e.n) = 1
), judged AS (
  SELECT *, last_window_day(exit, ${months}) AS window_last, coalesce(completed_months(exit, next_entry) < ${months}, false) AS hit,
    CASE WHEN reason = 'missing' OR is_overlapping THEN 'not_at_risk' WHEN last_window_day(exit, ${months}) > closed THEN 'open' ELSE 'counted' END AS step FROM picked)
SELECT frame, child_id AS unit_id, child_id, exit AS at, step, reason = 'missing' AS unknown, hit,
  CASE WHEN reason = 'missing' THEN 'left care on ' || exit || ' for no reason given: not counted'
    WHEN is_overlapping THEN 'another entry is dated before the exit of ' || exit || ': not counted'
    WHEN step = 'open' THEN 'window closes on ' || window_last || ', after ' || closed
    WHEN hit THEN reason || ' on ' || exit || ', back in care on ' || next_entry
    ELSE reason || ' on ' || exit || ', not back by ' || window_last END AS reason
FROM judged`;
  return { sql, parts: whole("hit::INT") };
}
