import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole, wordsSql } from "./selected";

/** In care on the first day of the period (who leaves that day is not, C4) for so many completed months, and a permanent exit within the window. */
export function selectInCareDay({
  fromMonths,
  toMonths,
  reasons,
  months,
}: ComputeOf<"in_care_on_day">): Selected {
  const upTo = toMonths === null ? "true" : `completed_months(e.entry, f.lo) <= ${toMonths}`;
  const sql = `
WITH picked AS (
  SELECT f.*, e.* FROM frame f JOIN episode e ON e.entry <= f.lo AND e.exit > f.lo
  WHERE completed_months(e.entry, f.lo) >= ${fromMonths} AND ${upTo}
  QUALIFY row_number() OVER (PARTITION BY frame, child_id ORDER BY e.entry, e.n) = 1
), judged AS (
  SELECT *, last_window_day(lo, ${months}) AS window_last, reason IN (${wordsSql(reasons)}) AND completed_months(lo, exit) < ${months} AS hit,
    CASE WHEN reason = 'missing' THEN 'not_at_risk' WHEN last_window_day(lo, ${months}) > closed THEN 'open' ELSE 'counted' END AS step FROM picked)
SELECT frame, child_id AS unit_id, child_id, lo AS at, step, reason = 'missing' AS unknown, hit,
  CASE WHEN reason = 'missing' THEN 'left care on ' || exit || ' for no reason given: not counted'
    WHEN step = 'open' THEN 'window closes on ' || window_last || ', after ' || closed
    WHEN exit > window_last THEN 'in care since ' || entry || ', no permanent home by ' || window_last
    ELSE reason || ' on ' || exit END AS reason
FROM judged`;
  return { sql, parts: whole("hit::INT") };
}
