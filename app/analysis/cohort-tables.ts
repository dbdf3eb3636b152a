/** The normalised event model: what every measure reads, one table a thing. Words of contracts.md. Ties have one answer, so that every run does. */
export const cohortTables = `
CREATE OR REPLACE TABLE child_stratum AS
SELECT child_id, min(dob) AS dob, coalesce(min(sex), 'missing') AS sex,
  coalesce(min(CASE
    WHEN hispanic THEN 'hispanic'
    WHEN race_codes IS NULL OR lower(race_codes) = 'unknown' THEN 'missing'
    WHEN contains(race_codes, ';') THEN 'two_or_more'
    ELSE lower(race_codes) END), 'missing') AS race
FROM children WHERE child_id IS NOT NULL GROUP BY child_id;

CREATE OR REPLACE TABLE event AS
SELECT child_id, 'report' AS kind, report_date AS happened, report_id, incident_date FROM reports WHERE report_date IS NOT NULL
UNION ALL
SELECT child_id, 'investigation', report_date, report_id, incident_date FROM reports
  WHERE report_date IS NOT NULL AND screen_decision = 'screened_in'
UNION ALL
SELECT child_id, 'substantiation', report_date, report_id, incident_date FROM reports
  WHERE report_date IS NOT NULL AND (disposition IN ('substantiated', 'indicated') OR fatality)
UNION ALL
SELECT child_id, 'removal', entry_date, NULL, NULL FROM removals WHERE entry_date IS NOT NULL;

CREATE OR REPLACE TABLE valid_referral AS
SELECT * FROM referrals
WHERE sent IS NOT NULL AND referral_id IS NOT NULL
  AND coalesce(lower(status), '') NOT IN ('draft', 'entered_in_error', 'duplicate')
  AND coalesce(lower(close_reason), '') NOT IN ('duplicate', 'made_in_error');
`;

/** Who is the cohort of an outcome: the portal's index file, or else the referrals themselves. */
export function indexTable(hasIndexFile: boolean): string {
  const fromIndex = `SELECT coalesce(child_id, 'person ' || person_id, 'row ' || row_number() OVER ()) AS unit_id, child_id, index_date,
    left_jurisdiction, death_date, origin_report_id, language, area FROM "index" WHERE index_date IS NOT NULL`;
  const fromReferrals = `SELECT coalesce(child_id, 'referral ' || referral_id) AS unit_id, child_id, sent AS index_date,
    CAST(NULL AS DATE) AS left_jurisdiction, CAST(NULL AS DATE) AS death_date, CAST(NULL AS VARCHAR) AS origin_report_id, language, area FROM valid_referral`;
  return `CREATE OR REPLACE TABLE index_source AS ${hasIndexFile ? fromIndex : fromReferrals};`;
}
