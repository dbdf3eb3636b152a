import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountJob } from "../../app/analysis/count-job";

/** Ten years from this day, of which the last ones have no whole windows. */
const FIRST = "DATE '2015-01-01'";
const DAYS = 3652;

/** A number from 0 to 1 that is the same for the same words. */
const share = (words: string): string => `(hash(${words}) % 1000003) / 1000003.0`;
const pick = (words: string, ...of: string[]): string =>
  `[${of.map((word) => `'${word}'`).join(", ")}][1 + (hash(${words}) % ${of.length})::INT]`;
const dayOf = (words: string): string => `(${FIRST} + (${share(words)} * ${DAYS})::INT)`;

/**
 * A state of California's size at ten million report rows (issue 12, section 5): 4 million children, 400,000 removals, 1.3
 * million placements; other sizes in proportion. Invented, the same at every run.
 */
function tablesOf(rows: number): Partial<Record<keyof CountJob["files"], string>> {
  const n = (millions: number): number => Math.round((millions * rows) / 10);
  return {
    children: `SELECT 'C' || i AS child_id, DATE '2002-01-01' + (${share("i, 'born'")} * 7000)::INT AS dob, ${pick("i, 'sex'", "female", "male")} AS sex,
      ${pick("i, 'race'", "white", "white", "black", "asian", "black;white", "american_indian", "")} AS race_codes, hash(i, 'hispanic') % 3 = 0 AS hispanic FROM range(${n(4)}) t(i)`,
    reports: `SELECT 'R' || i AS report_id, 'C' || hash(i, 'child') % ${n(4)} AS child_id, ${dayOf("i, 'report'")} AS report_date,
      CASE WHEN hash(i, 'incident') % 2 = 0 THEN report_date - 3 END AS incident_date, ${pick("i, 'screen'", "screened_in", "screened_in", "screened_out")} AS screen_decision,
      ${pick("i, 'response'", "immediate", "10_day", "10_day", "5_day", "evaluated_out")} AS response_type, strftime(report_date, '%Y-%m-%dT10:00') AS received_at,
      ${pick("i, 'disposition'", "substantiated", "unsubstantiated", "unsubstantiated", "closed_no_finding", "closed_no_finding", "indicated", "other")} AS disposition FROM range(${rows}) t(i)`,
    removals: `SELECT 'M' || i AS removal_id, 'C' || hash(i, 'child') % ${n(4)} AS child_id, ${dayOf("i, 'removal'")} AS entry_date,
      CASE WHEN hash(i, 'open') % 8 > 0 THEN entry_date + (${share("i, 'stay'")} * 1100)::INT END AS exit_date,
      CASE WHEN exit_date IS NOT NULL THEN ${pick("i, 'why'", "reunification", "reunification", "adoption", "guardianship", "living_with_other_relative", "emancipation")} END AS exit_reason,
      'X' AS county FROM range(${n(0.4)}) t(i)`,
    placements: `SELECT 'M' || i % ${n(0.4)} AS removal_id, ${dayOf(`i % ${n(0.4)}, 'removal'`)} + ((i // ${n(0.4)}) * 90)::INT AS start_date,
      ${pick("i, 'setting'", "foster_relative", "foster_nonrelative", "foster_nonrelative", "group_home", "preadoptive", "trial_home_visit", "runaway")} AS setting, 'H' || hash(i, 'home') % ${n(0.2)} AS home_id FROM range(${n(1.3)}) t(i)`,
    siblings: `SELECT 'C' || i AS child_id, 'C' || (i + 1) AS sibling_child_id, 'full' AS relation FROM range(${n(4)}) t(i) WHERE i % 3 = 0`,
    population: `SELECT y AS year, 'X' AS county, b AS age_band, r AS race, ${n(0.01)} + 50 AS count FROM range(2014, 2027) t(y),
      (SELECT unnest(['0m-3m', '4m-11m', '1-5', '6-10', '11-16', '17-17']) AS b), (SELECT unnest(['white', 'black', 'asian', 'hispanic', 'two_or_more', 'american_indian']) AS r)`,
    contacts: `SELECT 'C' || hash(i, 'child') % ${n(4)} AS child_id, strftime(${dayOf("i, 'contact'")}, '%Y-%m-%dT15:00') AS contact_at, ${pick("i, 'kind'", "response", "visit")} AS kind,
      ${pick("i, 'method'", "in_person", "in_person", "phone")} AS method, ${pick("i, 'status'", "completed", "completed", "attempted")} AS status, true AS in_residence FROM range(${n(3)}) t(i)`,
    cases: `SELECT 'C' || hash(i, 'child') % ${n(4)} AS child_id, ${dayOf("i, 'case'")} AS start_date, start_date + 200 AS end_date, true AS in_home FROM range(${n(1)}) t(i)`,
    services: `SELECT 'C' || hash(i, 'child') % ${n(4)} AS child_id, ${dayOf("i, 'plan'")} AS plan_date, 'candidate' AS candidacy_type, 'p' AS practice_id,
      plan_date + 5 AS start_date, plan_date + 95 AS end_date, 800 AS cost, 'o' AS provider_id FROM range(${n(0.1)}) t(i)`,
    referrals: `SELECT 'F' || i AS referral_id, 'f' || i // 2 AS family_id, 'C' || hash(i, 'child') % ${n(4)} AS child_id, ${dayOf("i, 'sent'")} AS sent, 'connected' AS status,
      sent + 2 AS first_attempt, sent + 6 AS first_contact, CASE WHEN hash(i, 'enrolled') % 2 = 0 THEN sent + 30 END AS enrolled, sent + 30 AS closed, '' AS close_reason,
      enrolled + 120 AS exit, CASE WHEN enrolled IS NOT NULL THEN 'completed' END AS exit_reason, 12 AS expected_first_90 FROM range(${n(0.3)}) t(i)`,
    sessions: `SELECT 'F' || i % ${n(0.3)} AS referral_id, ${dayOf(`i % ${n(0.3)}, 'sent'`)} + 31 + ((i // ${n(0.3)}) * 14)::INT AS date, true AS attended FROM range(${n(1.2)}) t(i)`,
    index: `SELECT 'C' || hash(i, 'child') % ${n(4)} AS child_id, ${dayOf("i, 'sent'")} AS index_date FROM range(${n(0.3)}) t(i)`,
  };
}

/** Writes the files of contracts.md in a folder, and answers where they are. */
export async function writeCountyFiles(
  connection: DuckDBConnection,
  folder: string,
  rows: number,
): Promise<CountJob["files"]> {
  const files: CountJob["files"] = {};
  for (const [table, sql] of Object.entries(tablesOf(rows))) {
    const file = path.join(folder, `${table}.csv`);
    await connection.run(`COPY (${sql}) TO '${file}' (HEADER, DELIMITER ',')`);
    files[table as keyof CountJob["files"]] = file;
  }
  return files;
}
