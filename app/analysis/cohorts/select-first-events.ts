import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole } from "./selected";

type First = ComputeOf<"first_event">;

/** What the first report of the period must be; California's "inconclusive" is NCANDS's unsubstantiated. */
const indexReports: Record<First["index"], string> = {
  victim: "SELECT child_id, report_id, report_date, incident_date, fatality, dob, adult_at FROM victim",
  substantiated:
    "SELECT child_id, report_id, report_date, incident_date, fatality, dob, adult_at FROM victim WHERE is_substantiated OR fatality",
  inconclusive: `SELECT r.child_id, r.report_id, r.report_date, r.incident_date, coalesce(r.fatality, false) AS fatality, c.dob, c.adult_at
    FROM reports r LEFT JOIN child_stratum c USING (child_id)
    WHERE r.report_date IS NOT NULL AND (r.disposition IN ('substantiated', 'indicated', 'unsubstantiated') OR r.fatality)`,
};
/** No report of an unborn child nor of one who is 18 is anything here (C5). */
const isChild = "coalesce(i.report_date >= i.dob, true) AND coalesce(i.report_date < i.adult_at, true)";

/**
 * Each child's first report of the period, and another confirmed one within the window. Why a later report did not count is
 * said of the first such report.
 */
export function selectFirstEvents(compute: First): Selected {
  const { index, window, cohortMonths, firstEver } = compute;
  const { from, n } = window;
  const lastDay = window.unit === "day" ? `report_date + ${n}` : `last_window_day(report_date, ${n})`;
  const until = cohortMonths === null ? "f.hi" : `least(f.hi, last_window_day(f.lo, ${cohortMonths}))`;
  const ever = firstEver
    ? `AND NOT EXISTS (SELECT 1 FROM source b WHERE b.child_id = i.child_id AND b.report_date < f.lo)`
    : "";
  const confirmed = index === "substantiated" ? "(v.is_substantiated OR v.fatality)" : "true";
  const sql = `
WITH source AS (${indexReports[index]}), picked AS (
  SELECT f.*, i.* FROM frame f JOIN source i ON i.report_date BETWEEN f.lo AND ${until} WHERE ${isChild} ${ever}
  QUALIFY row_number() OVER (PARTITION BY frame, i.child_id ORDER BY i.report_date, i.fatality DESC, i.report_id) = 1
), windowed AS (SELECT *, ${lastDay} AS window_last FROM picked), later AS (
  SELECT w.frame, w.child_id, v.report_date AS later_on, v.report_id AS later_id, CASE
    WHEN ${compute.anchor === "initial" ? `v.report_date - w.report_date` : `v.report_date - v.report_before`} < ${from} THEN 'same episode of reporting'
    ${compute.skipSameIncident ? "WHEN v.incident_date = w.incident_date THEN 'about the same incident'" : ""} END AS why_not
  FROM windowed w JOIN victim v ON v.child_id = w.child_id AND v.report_date > w.report_date AND v.report_date <= w.window_last
  WHERE ${confirmed} AND coalesce(v.report_date < w.adult_at, true)
), found AS (
  SELECT frame, child_id, min(later_on) FILTER (WHERE why_not IS NULL) AS hit_on, min(later_on) FILTER (WHERE why_not IS NOT NULL) AS passed_on,
    arg_min(why_not, (later_on, later_id)) FILTER (WHERE why_not IS NOT NULL) AS why_not FROM later GROUP BY frame, child_id
), judged AS (SELECT w.*, f.hit_on, f.passed_on, f.why_not, ${leftOut(compute)} AS left_out FROM windowed w LEFT JOIN found f USING (frame, child_id))
SELECT frame, child_id AS unit_id, child_id, report_date AS at, dob IS NULL AS unknown, hit_on IS NOT NULL AS hit,
  CASE WHEN left_out IS NOT NULL THEN 'not_at_risk' WHEN window_last > closed THEN 'open' ELSE 'counted' END AS step,
  CASE WHEN left_out IS NOT NULL THEN left_out WHEN window_last > closed THEN 'window closes on ' || window_last || ', after ' || closed
    WHEN hit_on IS NOT NULL THEN 'another report on day ' || (hit_on - report_date)
    WHEN passed_on IS NOT NULL THEN 'second report on day ' || (passed_on - report_date) || ': ' || why_not
    ELSE 'reported on ' || report_date || ', no other confirmed report by ' || window_last END AS reason
FROM judged`;
  return { sql, parts: whole("hit::INT") };
}

function leftOut({ skipFatal, notRemoved }: First): string {
  const removed = `(SELECT min(e.entry) FROM episode e WHERE e.child_id = w.child_id AND e.exit > w.report_date AND e.entry <= w.window_last)`;
  const cases = [
    ...(skipFatal ? ["WHEN w.fatality THEN 'the first report is of a death: counted apart'"] : []),
    ...(notRemoved
      ? [`WHEN ${removed} IS NOT NULL THEN 'in care from ' || ${removed} || ': removed within the window'`]
      : []),
  ];
  return cases.length === 0 ? "CAST(NULL AS VARCHAR)" : `CASE ${cases.join(" ")} END`;
}
