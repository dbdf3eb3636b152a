import type { ComputeOf } from "../../domain/measures/compute-schema";
import { type Selected, whole, wordsSql } from "./selected";
import { settingParts } from "./setting-parts";

type Entries = ComputeOf<"entries">;

/**
 * Entries to care in the period. With the 8-day rule (C6) episodes completed in the period in under 8 days are no entries; a
 * child with no other one is listed with that reason.
 */
const entered = (skipShort: boolean): string => `entered AS (
  SELECT f.*, e.*, ${skipShort ? "e.exit <= f.hi AND e.exit - e.entry < 8" : "false"} AS is_short
  FROM frame f JOIN episode e ON e.entry BETWEEN f.lo AND f.hi)`;
const firstEntry = `picked AS (
  SELECT * FROM entered QUALIFY row_number() OVER (PARTITION BY frame, child_id ORDER BY is_short, entry, n) = 1)`;
const shortReason = "'in care for ' || (exit - entry) || ' days: under 8, not counted'";

export function selectCareEntries({ outcome, skipShort }: Entries): Selected {
  if (outcome.kind === "permanent_exit") return permanentExits(outcome, skipShort);
  if (outcome.kind === "setting") return entrySettings(outcome.which, skipShort);
  return shortStays();
}

const THV = {
  over_30_days: "exit - visit_start > 30",
  from_30_days_begun_within_11_months:
    "exit - visit_start >= 30 AND completed_months(entry, visit_start) < 11",
};

function permanentExits(
  { reasons, months, trialVisit }: Extract<Entries["outcome"], { kind: "permanent_exit" }>,
  skipShort: boolean,
): Selected {
  const sql = `
WITH ${entered(skipShort)}, ${firstEntry}, visit AS (
  SELECT child_id, n, arg_max(setting, (start, stop)) AS last_setting, max(start) AS visit_start FROM place GROUP BY child_id, n
), adjusted AS (
  SELECT p.*, last_window_day(entry, ${months}) AS window_last,
    CASE WHEN reason = 'reunification' AND last_setting = 'trial_home_visit' AND ${THV[trialVisit]} THEN visit_start + 30 ELSE exit END AS left_on
  FROM picked p LEFT JOIN visit USING (child_id, n)
), judged AS (
  SELECT *, reason IN (${wordsSql(reasons)}) AND completed_months(entry, left_on) < ${months} AS hit,
    CASE WHEN is_short OR reason = 'missing' THEN 'not_at_risk' WHEN window_last > closed THEN 'open' ELSE 'counted' END AS step FROM adjusted)
SELECT frame, child_id AS unit_id, child_id, entry AS at, step, NOT is_short AND reason = 'missing' AS unknown, hit,
  CASE WHEN is_short THEN ${shortReason} WHEN reason = 'missing' THEN 'left care on ' || exit || ' for no reason given: not counted'
    WHEN step = 'open' THEN 'window closes on ' || window_last || ', after ' || closed
    WHEN reason = 'in_care' OR exit > window_last AND NOT hit THEN 'entered on ' || entry || ', no permanent home by ' || window_last
    WHEN left_on < exit THEN reason || ' on ' || exit || ', counted as ' || left_on || ': 30 days of the trial home visit'
    ELSE reason || ' on ' || exit END AS reason
FROM judged`;
  return { sql, parts: whole("hit::INT") };
}

/** Where children lived on the day of entry, or on most days of the episode; of equals, the one lived in first. */
function entrySettings(which: "first" | "most_days", skipShort: boolean): Selected {
  const rank = which === "first" ? "began, setting_group" : "days DESC, began, setting_group";
  const sql = `
WITH ${entered(skipShort)}, ${firstEntry}, lived AS (
  SELECT p.frame, p.child_id, l.setting_group, min(l.start) AS began, sum(least(l.stop, p.closed + 1) - l.start) AS days
  FROM picked p JOIN place l USING (child_id, n) WHERE l.setting_group IS NOT NULL AND l.start <= p.closed GROUP BY ALL
), chosen AS (
  SELECT frame, child_id, setting_group, days, began FROM lived QUALIFY row_number() OVER (PARTITION BY frame, child_id ORDER BY ${rank}) = 1)
SELECT p.frame, p.child_id AS unit_id, p.child_id, p.entry AS at, c.setting_group,
  CASE WHEN p.is_short THEN 'not_at_risk' WHEN p.hi > p.closed THEN 'open' ELSE 'counted' END AS step,
  NOT p.is_short AND c.setting_group IS NULL AS unknown,
  CASE WHEN p.is_short THEN ${shortReason.replaceAll(/\b(exit|entry)\b/g, "p.$1")} ELSE coalesce('${which === "first" ? "first" : "most days in"}: ' || c.setting_group, 'no setting is known') END AS reason
FROM picked p LEFT JOIN chosen c USING (frame, child_id)`;
  return { sql, parts: settingParts };
}

function shortStays(): Selected {
  const sql = `
WITH ${entered(false)}
SELECT frame, child_id AS unit_id, child_id, entry AS at, CASE WHEN entry + 29 > closed THEN 'open' ELSE 'counted' END AS step,
  reason = 'missing' AND exit - entry < 30 AS unknown, reason = 'reunification' AND exit - entry < 30 AS under_30, reason = 'reunification' AND exit - entry < 8 AS under_8,
  CASE WHEN reason = 'in_care' THEN 'entered on ' || entry || ', still in care' ELSE 'entered on ' || entry || ', ' || reason || ' after ' || (exit - entry) || ' days' END AS reason
FROM entered`;
  return {
    sql,
    parts: [...whole("under_30::INT"), { name: "under_8_days", den: "1", num: "under_8::INT" }],
  };
}
