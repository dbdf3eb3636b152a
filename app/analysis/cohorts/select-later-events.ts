import type { ComputeOf, OutcomeEvent } from "../../domain/measures/compute-schema";
import { type Selected, whole } from "./selected";

const words: Record<OutcomeEvent, string> = {
  report: "report",
  investigation: "investigated report",
  substantiation: "confirmed report",
  removal: "foster care entry",
};
type Followed = Pick<ComputeOf<"later_event">, "event" | "excludeInCareAtIndex" | "excludeSameIncident">;

/** Each child's first referral of a period is the index (measures.md section 6), and what ends the following of it. */
const cohort = `first_index AS (
  SELECT f.frame, any_value(f.closed) AS closed, s.unit_id, any_value(s.child_id) AS child_id, min(s.index_date) AS index_date,
    arg_min(s.language, (s.index_date, s.language)) AS language, arg_min(s.area, (s.index_date, s.area)) AS area
  FROM frame f JOIN index_source s ON s.index_date BETWEEN f.lo AND f.hi GROUP BY f.frame, s.unit_id
), ending AS (
  SELECT f.frame, f.unit_id, min(s.left_jurisdiction) FILTER (WHERE s.left_jurisdiction >= f.index_date) AS left_at,
    min(s.death_date) FILTER (WHERE s.death_date >= f.index_date) AS died_at
  FROM first_index f JOIN index_source s USING (unit_id) GROUP BY ALL
), cohort AS (
  SELECT f.*, e.left_at, e.died_at, c.child_id IS NOT NULL AS linked, c.dob, c.adult_at
  FROM first_index f JOIN ending e USING (frame, unit_id) LEFT JOIN child_stratum c ON c.child_id = f.child_id)`;

/** The report that the referral, or one before it, grew out of is never its outcome; that of a later referral is. */
const isOrigin = (report: string): string => `EXISTS (SELECT 1 FROM index_source o
  WHERE o.child_id = c.child_id AND o.origin_report_id = ${report} AND o.index_date <= c.index_date)`;

/** C7(b): a report of an incident that was already reported by the index day is not a new event. */
const sameIncident = ({ excludeSameIncident }: Followed): string =>
  excludeSameIncident
    ? `(e.incident_date IS NOT NULL AND EXISTS (SELECT 1 FROM reports r
        WHERE r.child_id = c.child_id AND r.incident_date = e.incident_date AND r.report_id <> e.report_id AND r.report_date <= c.index_date))`
    : "false";

/** A report whose decision is not known yet: neither an event nor the lack of one, so its child is counted as missing. */
function undecided({ event }: Followed): string {
  if (event === "investigation") return "r.screen_decision IS NULL";
  if (event !== "substantiation") return "false";
  return `(r.disposition = 'unknown' OR (r.disposition IS NULL AND coalesce(r.screen_decision, 'missing') <> 'screened_out'))
    AND NOT coalesce(r.fatality, false)`;
}

const inCare = ({ excludeInCareAtIndex }: Followed): string =>
  excludeInCareAtIndex
    ? "EXISTS (SELECT 1 FROM episode r WHERE r.child_id = c.child_id AND r.entry <= c.index_date AND r.exit > c.index_date)"
    : "false";

/**
 * One row a child of the cohort: the step it reached, whether the event came, whether that is known, and why in words.
 * Events from day 1 within n months; who turns 18, moves away or dies inside the window is not counted.
 */
export function selectLaterEvents(compute: ComputeOf<"later_event">): Selected {
  const { event, months } = compute;
  const name = words[event];
  const sql = `
WITH ${cohort}, later AS (
  SELECT c.frame, c.unit_id, e.happened, ${sameIncident(compute)} AS same_incident
  FROM cohort c JOIN event e ON e.child_id = c.child_id AND e.kind = '${event}'
  WHERE c.linked AND e.happened > c.index_date AND completed_months(c.index_date, e.happened) < ${months} AND NOT ${isOrigin("e.report_id")}
), found AS (
  SELECT frame, unit_id, min(happened) FILTER (WHERE NOT same_incident) AS first_at, min(happened) FILTER (WHERE same_incident) AS skipped_at FROM later GROUP BY ALL
), undecided AS (
  SELECT c.frame, c.unit_id, min(r.report_date) AS undecided_at FROM cohort c JOIN reports r ON r.child_id = c.child_id
  WHERE c.linked AND ${undecided(compute)} AND r.report_date > c.index_date AND completed_months(c.index_date, r.report_date) < ${months}
    AND NOT ${isOrigin("r.report_id")} GROUP BY ALL
), windowed AS (SELECT *, last_window_day(index_date, ${months}) AS window_last FROM cohort), judged AS (
  SELECT c.*, f.first_at, f.skipped_at, u.undecided_at, ${inCare(compute)} AS in_care,
    CASE WHEN c.adult_at <= c.window_last THEN 'turned 18 on ' || c.adult_at
         WHEN c.left_at <= c.window_last THEN 'left the jurisdiction on ' || c.left_at
         WHEN c.died_at <= c.window_last THEN 'died on ' || c.died_at END AS censored
  FROM windowed c LEFT JOIN found f USING (frame, unit_id) LEFT JOIN undecided u USING (frame, unit_id)
), stepped AS (
  SELECT *, CASE WHEN NOT linked THEN 'unlinked' WHEN adult_at <= index_date OR in_care THEN 'not_at_risk'
    WHEN window_last > closed THEN 'open' WHEN censored IS NOT NULL THEN 'censored' ELSE 'counted' END AS step FROM judged)
SELECT frame, unit_id, child_id, index_date AS at, language, area, step, first_at IS NOT NULL AS hit,
  step = 'counted' AND (dob IS NULL OR (first_at IS NULL AND undecided_at IS NOT NULL)) AS unknown,
  CASE step
    WHEN 'unlinked' THEN 'not linked to an agency record: nothing is known, so not counted'
    WHEN 'not_at_risk' THEN CASE WHEN adult_at <= index_date THEN '18 or older on the index day' ELSE 'in care on the index day' END
    WHEN 'open' THEN 'window closes on ' || window_last || ', after ' || closed
    WHEN 'censored' THEN censored || ', inside the window'
    ELSE CASE WHEN first_at IS NOT NULL THEN '${name} on ' || first_at || ', day ' || (first_at - index_date)
              WHEN undecided_at IS NOT NULL THEN 'report on ' || undecided_at || ' has no decision yet: missing'
              WHEN skipped_at IS NOT NULL THEN '${name} on ' || skipped_at || ' is about an incident already reported: not counted'
              ELSE 'no ${name} from ' || (index_date + 1) || ' to ' || window_last END END AS reason
FROM stepped`;
  return { sql, parts: whole("hit::INT"), hasPlace: true };
}

const followed: [string, Followed][] = [
  ["rpt", { event: "report", excludeInCareAtIndex: false, excludeSameIncident: false }],
  ["inv", { event: "investigation", excludeInCareAtIndex: false, excludeSameIncident: false }],
  ["sub", { event: "substantiation", excludeInCareAtIndex: false, excludeSameIncident: true }],
  ["rem", { event: "removal", excludeInCareAtIndex: true, excludeSameIncident: false }],
];

/**
 * The same children, each followed from the day after the index to the first of: the event, the last day of the data, leaving
 * the jurisdiction, the 18th birthday, death, the end of the months. A removal does not end the following of reports.
 */
export function selectLaterTimes({ months }: ComputeOf<"later_event_times">): Selected[] {
  return followed.map(([name, of]) => ({
    sql: `
WITH ${cohort}, bounded AS (
  SELECT *, least(closed, coalesce(left_at, closed), coalesce(died_at, closed), last_window_day(index_date, ${months})) AS last_on FROM cohort
), later AS (
  SELECT c.frame, c.unit_id, min(e.happened) AS happened FROM bounded c JOIN event e ON e.child_id = c.child_id AND e.kind = '${of.event}'
  WHERE c.linked AND e.happened > c.index_date AND e.happened <= c.last_on AND coalesce(e.happened < c.adult_at, true)
    AND NOT ${isOrigin("e.report_id")} AND NOT ${sameIncident(of)} GROUP BY ALL
), judged AS (SELECT c.*, l.happened, least(c.last_on, coalesce(c.adult_at, c.last_on)) AS until, ${inCare(of)} AS in_care FROM bounded c LEFT JOIN later l USING (frame, unit_id)
), stepped AS (SELECT *, CASE WHEN NOT linked THEN 'unlinked' WHEN adult_at <= index_date OR in_care THEN 'not_at_risk'
    WHEN closed < index_date THEN 'open' ELSE 'counted' END AS step FROM judged)
SELECT frame, unit_id, child_id, index_date AS at, language, area, step, happened IS NOT NULL AS came, coalesce(happened, until) - index_date AS days, step = 'counted' AND dob IS NULL AS unknown,
  CASE step WHEN 'unlinked' THEN 'not linked to an agency record: nothing is known, so not counted' WHEN 'not_at_risk' THEN 'not at risk on the index day'
    WHEN 'open' THEN 'referred after ' || closed
    ELSE CASE WHEN happened IS NULL THEN 'no ${words[of.event]}, followed to ' || until ELSE '${words[of.event]} on ' || happened || ', day ' || (happened - index_date) END END AS reason
FROM stepped`,
    parts: [{ name, den: "1", num: "came::INT" }],
    hasPlace: true,
    isTimes: true,
  }));
}
