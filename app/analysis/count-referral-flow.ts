import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountRow } from "./count-job";

/**
 * Families by how far they came: one row a step with its count and how many of the step before are still on their way. Every
 * column is true or false: "not finished" of an unknown reason to leave would be neither, and its family would vanish.
 */
function referralFlow([from, to]: [string, string]): string {
  return `
CREATE OR REPLACE TEMP TABLE family_flow AS
WITH attended AS (SELECT DISTINCT referral_id FROM sessions WHERE attended),
referral AS (
  SELECT v.*, a.referral_id IS NOT NULL AS has_session, coalesce(lower(exit_reason), 'missing') AS left_as
  FROM valid_referral v LEFT JOIN attended a USING (referral_id)
  WHERE sent BETWEEN DATE '${from}' AND DATE '${to}' AND family_id IS NOT NULL)
SELECT family_id, bool_or(first_contact IS NOT NULL OR enrolled IS NOT NULL OR has_session) AS reached,
  bool_or(enrolled IS NOT NULL) AS enrolled, bool_or(enrolled IS NOT NULL AND has_session) AS first_session,
  bool_or(enrolled IS NOT NULL AND has_session AND left_as = 'completed') AS finished,
  bool_or(closed IS NULL AND enrolled IS NULL) AS waiting,
  bool_or(enrolled IS NOT NULL AND exit IS NULL) AS taking_part,
  arg_max(coalesce(lower(close_reason), 'missing'), (sent, referral_id)) AS close_reason
FROM referral GROUP BY family_id`;
}

const step = (name: string, reached: string, open: string): string =>
  `SELECT '${name}' AS part, count(*) FILTER (WHERE ${reached}) AS reached, count(*) FILTER (WHERE NOT (${reached}) AND (${open})) AS open FROM family_flow`;

const flowSteps = [
  step("referred", "true", "false"),
  step("reached", "reached", "waiting"),
  step("enrolled", "enrolled", "reached AND waiting"),
  step("first_session", "first_session", "enrolled AND taking_part"),
  step("finished", "finished", "first_session AND taking_part"),
].join(" UNION ALL ");

/** Why families that were reached did not start; those still waiting are not among them. */
const flowReasons = `SELECT close_reason AS reason, count(*) AS families FROM family_flow
  WHERE reached AND NOT enrolled AND NOT waiting GROUP BY close_reason ORDER BY families DESC, reason`;

/** Steps carry their count as numerator and, as `missing`, those still on their way; reasons are parts `reason:code`. */
export async function countReferralFlow(
  connection: DuckDBConnection,
  period: [string, string],
): Promise<CountRow[]> {
  await connection.run(referralFlow(period));
  const steps = (await connection.runAndReadAll(flowSteps)).getRowObjects();
  const reasons = (await connection.runAndReadAll(flowReasons)).getRowObjects();
  const counted = Number(steps[0]?.["reached"] ?? 0);
  const row = (part: string, numerator: unknown, missing: unknown): CountRow => ({
    ...{ part, stratum: null, numerator: Number(numerator), denominator: counted, missing: Number(missing) },
    chain: { referred: 0, linked: 0, atRisk: 0, windowComplete: 0, counted },
  });
  return [
    ...steps.map((one) => row(String(one["part"]), one["reached"], one["open"])),
    ...reasons.map((one) => row(`reason:${String(one["reason"])}`, one["families"], 0)),
  ];
}
