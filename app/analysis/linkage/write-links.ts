import type { DuckDBConnection } from "@duckdb/node-api";
import { isHeld } from "./apply-decisions";
import { blockingRules, firstRule, ruleName } from "./blocking-rules";
import type { Thresholds } from "./choose-thresholds";
import type { Sides } from "./linkage-sides";

/** Pairs of each zone; `held` where decisions were given. */
export type Zones = Record<"auto" | "review" | "none", number> & { held?: number };

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const ruleNames = Array.from({ length: blockingRules.length + 1 }, (_, rule) => quote(ruleName(rule))).join(
  ", ",
);

/** Which zone a pair is in: both thresholds, and what the hard rules and its rivals leave of it. */
const zone = ({ auto, review }: Thresholds): string =>
  `CASE WHEN ${isHeld} THEN 'held' WHEN sole AND NOT review AND w >= ${auto} THEN 'auto' WHEN contends AND w >= ${review} THEN 'review' ELSE 'none' END`;

/**
 * Writes LINKS.csv (contracts.md section 2): every pair of weight 0 or more and every pair that a decision holds, in the zone
 * `held`, sorted by ids. Answers the pairs of each zone.
 */
export async function writeLinks(
  connection: DuckDBConnection,
  sides: Sides,
  thresholds: Thresholds,
  file: string,
): Promise<Zones> {
  await connection.run(
    `CREATE OR REPLACE TABLE link AS SELECT a, b, l.id AS id_a, r.id AS id_b, w, ${zone(thresholds)} AS zone, ${firstRule} AS rule
     FROM assigned p JOIN ${sides.left} l ON p.a = l.rid JOIN ${sides.right} r ON p.b = r.rid WHERE w >= 0 OR ${isHeld}`,
  );
  await connection.run(
    `COPY (SELECT id_a, id_b, printf('%.4f', w) AS weight, printf('%.6f', 1 / (1 + pow(2, -w))) AS probability, zone,
       [${ruleNames}][rule + 1] AS rule FROM link ORDER BY id_a, id_b) TO ${quote(file)} (FORMAT csv, HEADER)`,
  );
  const reader = await connection.runAndReadAll("SELECT zone, count(*) FROM link GROUP BY zone");
  const counts: Zones = { auto: 0, review: 0, none: 0 };
  for (const [name, n] of reader.getRows()) counts[name as keyof Zones] = Number(n);
  return counts;
}
