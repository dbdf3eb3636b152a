import type { CountItem, LaterEvent } from "./count-job";

const words: Record<LaterEvent["event"], string> = {
  report: "report",
  investigation: "investigated report",
  substantiation: "confirmed report",
  removal: "foster care entry",
};

/**
 * One row a child of the cohort in the table `member`: the step it reached (unlinked, not_at_risk, open, censored,
 * counted), whether the event came, whether that is known, and why in words. Index: the first referral in the period. Events from day 1.
 */
export function laterEventMembers(item: CountItem, compute: LaterEvent, closedBy: string): string {
  const [from, to] = item.period;
  const { event, months } = compute;
  return `
CREATE OR REPLACE TEMP TABLE member AS
WITH first_index AS (
  SELECT unit_id, any_value(child_id) AS child_id, min(index_date) AS index_date,
    arg_min(language, (index_date, language)) AS language, arg_min(area, (index_date, area)) AS area
  FROM index_source WHERE index_date BETWEEN DATE '${from}' AND DATE '${to}' GROUP BY unit_id
), ending AS (
  SELECT f.unit_id, min(s.left_jurisdiction) FILTER (WHERE s.left_jurisdiction >= f.index_date) AS left_at,
    min(s.death_date) FILTER (WHERE s.death_date >= f.index_date) AS died_at
  FROM first_index f JOIN index_source s USING (unit_id) GROUP BY f.unit_id
), cohort AS (
  SELECT f.*, e.left_at, e.died_at, c.child_id IS NOT NULL AS linked, c.dob, coalesce(c.race, 'missing') AS race, coalesce(c.sex, 'missing') AS sex,
    eighteenth_birthday(c.dob) AS adult_at, last_window_day(f.index_date, ${months}) AS window_last
  FROM first_index f JOIN ending e USING (unit_id) LEFT JOIN child_stratum c ON c.child_id = f.child_id
), later AS (
  SELECT c.unit_id, e.happened, ${sameIncident(compute)} AS same_incident
  FROM cohort c JOIN event e ON e.child_id = c.child_id AND e.kind = '${event}'
  WHERE c.linked AND e.happened > c.index_date AND completed_months(c.index_date, e.happened) < ${months}
    AND NOT EXISTS (SELECT 1 FROM index_source o WHERE o.child_id = c.child_id AND o.origin_report_id = e.report_id)
), found AS (
  SELECT unit_id, min(happened) FILTER (WHERE NOT same_incident) AS first_at, min(happened) FILTER (WHERE same_incident) AS skipped_at FROM later GROUP BY unit_id
), undecided AS (
  SELECT c.unit_id, min(r.report_date) AS undecided_at FROM cohort c JOIN reports r ON r.child_id = c.child_id
  WHERE c.linked AND ${undecided(compute)} AND r.report_date > c.index_date AND completed_months(c.index_date, r.report_date) < ${months}
    AND NOT EXISTS (SELECT 1 FROM index_source o WHERE o.child_id = c.child_id AND o.origin_report_id = r.report_id)
  GROUP BY c.unit_id
), judged AS (
  SELECT c.*, f.first_at, f.skipped_at, u.undecided_at, ${inCare(compute)} AS in_care,
    CASE WHEN c.adult_at <= c.window_last THEN 'turned 18 on ' || c.adult_at
         WHEN c.left_at <= c.window_last THEN 'left the jurisdiction on ' || c.left_at
         WHEN c.died_at <= c.window_last THEN 'died on ' || c.died_at END AS censored
  FROM cohort c LEFT JOIN found f USING (unit_id) LEFT JOIN undecided u USING (unit_id)
), stepped AS (
  SELECT *, CASE WHEN NOT linked THEN 'unlinked' WHEN adult_at <= index_date OR in_care THEN 'not_at_risk'
    WHEN window_last > DATE '${closedBy}' THEN 'open' WHEN censored IS NOT NULL THEN 'censored' ELSE 'counted' END AS step
  FROM judged
)
SELECT unit_id, step, step = 'counted' AS in_den, step = 'counted' AND first_at IS NOT NULL AS in_num, dob IS NULL OR (first_at IS NULL AND undecided_at IS NOT NULL) AS unknown,
  race, sex, coalesce(language, 'missing') AS language, coalesce(area, 'missing') AS area, ${ageBand} AS age, ${reason(compute, closedBy)} AS reason
FROM stepped`;
}

/** C7(b): a report of an incident that was already reported by the index day is not a new event. */
function sameIncident(compute: LaterEvent): string {
  if (!compute.excludeSameIncident) return "false";
  return `(e.incident_date IS NOT NULL AND EXISTS (SELECT 1 FROM reports r
    WHERE r.child_id = c.child_id AND r.incident_date = e.incident_date AND r.report_id <> e.report_id AND r.report_date <= c.index_date))`;
}

/** A report whose decision is not known yet: neither an event nor the lack of one, so its child is counted as missing. */
function undecided({ event }: LaterEvent): string {
  if (event === "investigation") return "r.screen_decision IS NULL";
  if (event !== "substantiation") return "false";
  return `(r.disposition = 'unknown' OR (r.disposition IS NULL AND coalesce(r.screen_decision, 'missing') <> 'screened_out'))
    AND NOT coalesce(r.fatality, false)`;
}

function inCare(compute: LaterEvent): string {
  if (!compute.excludeInCareAtIndex) return "false";
  return `EXISTS (SELECT 1 FROM removals r WHERE r.child_id = c.child_id AND r.entry_date <= c.index_date
    AND (r.exit_date IS NULL OR r.exit_date > c.index_date))`;
}

const ageBand = `CASE WHEN dob IS NULL OR dob > index_date THEN 'missing'
  WHEN completed_months(dob, index_date) <= 3 THEN '0m-3m' WHEN completed_months(dob, index_date) <= 11 THEN '4m-11m'
  WHEN completed_months(dob, index_date) < 72 THEN '1-5' WHEN completed_months(dob, index_date) < 132 THEN '6-10'
  WHEN completed_months(dob, index_date) < 204 THEN '11-16' ELSE '17' END`;

function reason(compute: LaterEvent, closedBy: string): string {
  const name = words[compute.event];
  return `CASE step
    WHEN 'unlinked' THEN 'not linked to an agency record: nothing is known, so not counted'
    WHEN 'not_at_risk' THEN CASE WHEN adult_at <= index_date THEN '18 or older on the index day' ELSE 'in care on the index day' END
    WHEN 'open' THEN 'window closes on ' || window_last || ', after ${closedBy}'
    WHEN 'censored' THEN censored || ', inside the window'
    ELSE CASE WHEN first_at IS NOT NULL THEN '${name} on ' || first_at || ', day ' || (first_at - index_date)
              WHEN undecided_at IS NOT NULL THEN 'report on ' || undecided_at || ' has no decision yet: missing'
              WHEN skipped_at IS NOT NULL THEN '${name} on ' || skipped_at || ' is about an incident already reported: not counted'
              ELSE 'no ${name} from ' || (index_date + 1) || ' to ' || window_last END END`;
}
