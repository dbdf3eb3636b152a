/**
 * Care as measures read it. `episode`: half-open [entry, exit), bridged where a child leaves and enters on one day (C12),
 * ended by the 18th birthday (C5); an open one ends on 9999-12-31. `reason` is also turned_18, in_care or missing.
 * `counts_from`: days before it were counted in an overlapping episode. `place`: where a child lived in an episode, from
 * `start` to `stop`. Removals that end before they begin are left out: their length cannot be computed.
 */
const episodes = `
CREATE OR REPLACE TABLE removal_read AS
WITH known AS (
  SELECT r.child_id, coalesce(r.removal_id, 'row ' || row_number() OVER ()) AS removal_id, r.entry_date AS entry,
    coalesce(r.exit_date, DATE '9999-12-31') AS given_exit, r.exit_reason, r.county, c.adult_at
  FROM removals r LEFT JOIN child_stratum c USING (child_id)
  WHERE r.entry_date IS NOT NULL AND coalesce(r.exit_date >= r.entry_date, true) AND coalesce(r.entry_date < c.adult_at, true)
)
SELECT child_id, list(DISTINCT removal_id) AS removal_ids, min(removal_id) AS first_id, entry, min(county) AS county,
  coalesce(least(given_exit, adult_at), given_exit) AS exit,
  CASE WHEN adult_at <= given_exit THEN 'turned_18' WHEN given_exit = DATE '9999-12-31' THEN 'in_care'
    ELSE coalesce(exit_reason, 'missing') END AS reason
FROM known GROUP BY child_id, entry, given_exit, exit_reason, adult_at;

CREATE OR REPLACE TABLE removal_run AS
SELECT *, sum(CASE WHEN entry = exit_before THEN 0 ELSE 1 END)
  OVER (PARTITION BY child_id ORDER BY entry, exit, first_id ROWS UNBOUNDED PRECEDING) AS n
FROM (SELECT *, lag(exit) OVER (PARTITION BY child_id ORDER BY entry, exit, first_id) AS exit_before FROM removal_read);

CREATE OR REPLACE TABLE episode AS
WITH bridged AS (
  SELECT child_id, n, min(entry) AS entry, max(exit) AS exit, arg_max(reason, (exit, entry)) AS reason, arg_max(county, entry) AS county
  FROM removal_run GROUP BY child_id, n
), beside AS (
  SELECT *, lead(entry) OVER w AS next_entry, max(exit) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS left_before
  FROM bridged WINDOW w AS (PARTITION BY child_id ORDER BY entry, n)
)
SELECT child_id, n, entry, exit, reason, county, next_entry, coalesce(next_entry < exit, false) OR coalesce(left_before > entry, false) AS is_overlapping,
  greatest(entry, coalesce(left_before, entry)) AS counts_from
FROM beside;
`;

const listed = (words: string): string =>
  words
    .split(" ")
    .map((word) => `'${word}'`)
    .join(", ");
const congregateSettings = listed("group_home shelter residential_treatment qrtp child_care_institution");
/** Away from a placement for a while: no move, and the last home still is the child's (measures.md section 3). */
const away = listed("trial_home_visit runaway whereabouts_unknown hospital psychiatric_hospital");
const kin = listed("foster_relative therapeutic_foster_relative");
const family = listed("foster_nonrelative therapeutic_foster_nonrelative preadoptive");

const places = `
CREATE OR REPLACE TABLE place AS
WITH removal_episode AS (SELECT DISTINCT child_id, n, unnest(removal_ids) AS removal_id FROM removal_run), lived AS (
  SELECT DISTINCT e.child_id, e.n, e.entry, e.exit, greatest(p.start_date, e.entry) AS start, p.start_date, p.setting, p.home_id,
    CASE WHEN p.setting IN (${kin}) THEN 'kin'
      WHEN p.setting IN (${family}) THEN CASE WHEN p.relative_flag OR p.kin_flag THEN 'kin' ELSE 'foster_nonrelative' END
      WHEN p.setting IN (${congregateSettings}) THEN 'congregate'
      WHEN p.setting IS NOT NULL THEN 'other' END AS setting_group,
    coalesce(p.setting NOT IN (${away}), true) AS is_home, p.setting IS NOT NULL OR p.home_id IS NOT NULL AS is_known
  FROM removal_episode m JOIN placements p USING (removal_id) JOIN episode e ON e.child_id = m.child_id AND e.n = m.n
  WHERE p.start_date < e.exit
)
SELECT * EXCLUDE (start_date), coalesce(lead(start) OVER w, exit) AS stop FROM lived
WINDOW w AS (PARTITION BY child_id, n ORDER BY start, start_date, home_id, setting);

CREATE OR REPLACE TABLE move AS
SELECT child_id, n, start AS moved FROM (
  SELECT *, coalesce(home_id, setting) AS home, lag(coalesce(home_id, setting)) OVER (PARTITION BY child_id, n ORDER BY start, stop, home_id, setting) AS home_before
  FROM place WHERE is_home AND is_known)
WHERE home_before IS NOT NULL AND home <> home_before;
`;

export const careModel = `${episodes}${places}`;
