import type { DuckDBConnection } from "@duckdb/node-api";
import { dropBarred, isHeld } from "./apply-decisions";
import { compareInto, countPatterns } from "./compare-pairs";
import { comparisons } from "./comparison-spec";
import type { Sides } from "./linkage-sides";
import { findLevel } from "./pair-pattern";
import type { PatternCount } from "./train-model";

/** Bits from which a link counts as evidence for the others of both households. */
const strongBits = 9;

const contactLevels = comparisons.at(-1)!.levels.length;
const level = (name: string): number => findLevel("contact", name).level;
const weaker = [level("null"), level("area"), level("else")].join(", ");
const withEvidence = `CASE WHEN pattern % ${contactLevels} IN (${weaker})
  THEN pattern - pattern % ${contactLevels} + ${level("member_linked")} ELSE pattern END::UINTEGER`;

function evidenceSql({ isWithin }: Sides): string {
  const [left, right] = ["home_0", isWithin ? "home_0" : "home_1"];
  const ties = `SELECT l.hh AS ha, r.hh AS hb, p.a, p.b FROM assigned p JOIN ${left} l ON p.a = l.rid JOIN ${right} r ON p.b = r.rid
    WHERE (p.sole AND NOT p.review AND p.w >= ${strongBits}) OR ${isHeld}`;
  const both = isWithin
    ? `SELECT * FROM ties WHERE ha <> hb UNION ALL SELECT hb, ha, b, a FROM ties WHERE ha <> hb`
    : "SELECT * FROM ties";
  return `WITH ties AS (${ties}), both_ways AS (${both})
    SELECT l.rid AS a, r.rid AS b, t.a AS by_a, t.b AS by_b FROM both_ways t JOIN ${left} l ON l.hh = t.ha JOIN ${right} r ON r.hh = t.hb
    WHERE l.rid <> t.a AND r.rid <> t.b ${isWithin ? "AND l.rid < r.rid" : ""}`;
}

/**
 * The second pass: where another member of both households is linked, that stands for a missing address, and all their
 * members are compared; `tellsWhy` keeps as `support` which links those are. Changes `pair`; answers the patterns anew, and how many pairs have such evidence. Done once:
 * evidence that rests on evidence would confirm itself.
 */
export async function findLinkedHouseholds(
  connection: DuckDBConnection,
  sides: Sides,
  tellsWhy: boolean,
): Promise<{ candidates: PatternCount[]; pairs: number; added: number }> {
  await connection.run(
    tellsWhy
      ? `CREATE OR REPLACE TABLE support AS ${evidenceSql(sides)}`
      : `CREATE OR REPLACE VIEW support AS ${evidenceSql(sides)}`,
  );
  await connection.run("CREATE OR REPLACE TABLE evidence AS SELECT DISTINCT a, b FROM support");
  await dropBarred(connection, "evidence");
  await connection.run(
    `CREATE OR REPLACE TABLE fresh AS SELECT a, b, 0::UBIGINT AS rules
     FROM evidence ANTI JOIN pair USING (a, b)`,
  );
  await compareInto(connection, "met", "fresh", sides, ["rules"]);
  await connection.run(
    `CREATE TABLE second AS
     SELECT p.* REPLACE (CASE WHEN e.a IS NULL THEN pattern ELSE ${withEvidence} END AS pattern)
     FROM pair p LEFT JOIN evidence e ON p.a = e.a AND p.b = e.b
     UNION ALL SELECT * REPLACE (${withEvidence} AS pattern) FROM met`,
  );
  await connection.run("DROP TABLE pair");
  await connection.run("ALTER TABLE second RENAME TO pair");
  const reader = await connection.runAndReadAll(
    "SELECT (SELECT count(*) FROM evidence), (SELECT count(*) FROM fresh)",
  );
  const [pairs = 0, added = 0] = (reader.getRows()[0] ?? []).map(Number);
  return { candidates: await countPatterns(connection, "pair"), pairs, added };
}
