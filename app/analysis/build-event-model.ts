/**
 * The normalised event model: what every measure reads, one table a thing, in the words of contracts.md. Ties have one
 * answer, so that every run does.
 */
const children = `
CREATE OR REPLACE TABLE child_stratum AS
SELECT child_id, min(dob) AS dob, eighteenth_birthday(min(dob)) AS adult_at, coalesce(min(sex), 'missing') AS sex,
  coalesce(min(CASE
    WHEN hispanic THEN 'hispanic'
    WHEN race_codes IS NULL OR lower(race_codes) = 'unknown' THEN 'missing'
    WHEN contains(race_codes, ';') THEN 'two_or_more'
    ELSE lower(race_codes) END), 'missing') AS race
FROM children WHERE child_id IS NOT NULL GROUP BY child_id;
`;

/** C8: a victim is substantiated or indicated, or died. `is_repeat`: within a day of an initial report of the same child. */
const reports = `
CREATE OR REPLACE TABLE victim AS
WITH confirmed AS (
  SELECT r.child_id, r.report_id, r.report_date, r.incident_date, coalesce(r.fatality, false) AS fatality,
    coalesce(r.disposition = 'substantiated', false) AS is_substantiated, c.dob, c.adult_at,
    lag(r.report_date) OVER (PARTITION BY r.child_id ORDER BY r.report_date, r.report_id) AS report_before
  FROM reports r LEFT JOIN child_stratum c USING (child_id)
  WHERE r.report_date IS NOT NULL AND (r.disposition IN ('substantiated', 'indicated') OR r.fatality)
), run AS (
  SELECT *, max(CASE WHEN report_before IS NULL OR report_date - report_before > 1 THEN report_date END)
    OVER (PARTITION BY child_id ORDER BY report_date, report_id ROWS UNBOUNDED PRECEDING) AS run_start FROM confirmed
)
SELECT * EXCLUDE (run_start), (report_date - run_start) % 2 = 1 OR coalesce(report_date = report_before, false) AS is_repeat FROM run;

CREATE OR REPLACE VIEW event AS
SELECT child_id, 'report' AS kind, report_date AS happened, report_id, incident_date FROM reports WHERE report_date IS NOT NULL
UNION ALL
SELECT child_id, 'investigation', report_date, report_id, incident_date FROM reports
  WHERE report_date IS NOT NULL AND screen_decision = 'screened_in'
UNION ALL
SELECT child_id, 'substantiation', report_date, report_id, incident_date FROM victim
UNION ALL
SELECT child_id, 'removal', entry_date, NULL, NULL FROM removals WHERE entry_date IS NOT NULL;
`;

const portal = `
CREATE OR REPLACE TABLE valid_referral AS
SELECT * FROM referrals
WHERE sent IS NOT NULL AND referral_id IS NOT NULL
  AND coalesce(lower(status), '') NOT IN ('draft', 'entered_in_error', 'duplicate')
  AND coalesce(lower(close_reason), '') NOT IN ('duplicate', 'made_in_error');

CREATE OR REPLACE TABLE referral AS
SELECT v.referral_id, min(v.family_id) AS family_id, min(v.child_id) AS child_id, min(sent) AS sent, min(lower(status)) AS status,
  min(least(coalesce(first_attempt, first_contact), coalesce(first_contact, first_attempt))) AS attempted,
  min(first_contact) AS contacted, min(enrolled) AS enrolled, min(closed) AS closed, min(lower(close_reason)) AS close_reason,
  min(exit) AS exit, min(lower(exit_reason)) AS exit_reason, min(expected_first_90) AS expected,
  min(language) AS language, min(area) AS area
FROM valid_referral v GROUP BY v.referral_id;

CREATE OR REPLACE TABLE attended AS
SELECT referral_id, "date" AS day FROM sessions WHERE attended AND "date" IS NOT NULL;
`;

export const eventModel = `${children}${reports}${portal}`;

/** Who is the cohort of an outcome: the portal's index file, or else the referrals themselves. */
export function indexTable(hasIndexFile: boolean): string {
  const fromIndex = `SELECT coalesce(child_id, 'person ' || person_id, 'row ' || row_number() OVER ()) AS unit_id, child_id, index_date,
    left_jurisdiction, death_date, origin_report_id, language, area FROM "index" WHERE index_date IS NOT NULL`;
  const fromReferrals = `SELECT coalesce(child_id, 'referral ' || referral_id) AS unit_id, child_id, sent AS index_date,
    CAST(NULL AS DATE) AS left_jurisdiction, CAST(NULL AS DATE) AS death_date, CAST(NULL AS VARCHAR) AS origin_report_id, language, area FROM valid_referral`;
  return `CREATE OR REPLACE TABLE index_source AS ${hasIndexFile ? fromIndex : fromReferrals};`;
}
