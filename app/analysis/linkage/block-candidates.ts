import type { DuckDBConnection } from "@duckdb/node-api";
import { blockingRules, firstRule, ruleName, type BlockingRule } from "./blocking-rules";
import { Refusal } from "./link-job";
import type { Sides } from "./linkage-sides";

/** A key with so many pairs tells nobody apart: a name by default, a shelter. It is left out and listed. */
const mostPairsOfKey = 100_000;
/** Pairs that a rule may bring, by record and at least; over it, its keys of most pairs are left out. */
const budgets = { strict: { perRecord: 4, least: 2_000_000 }, loose: { perRecord: 0, least: 200_000 } };
const mostPairsOfRecord = 30;
/** Records from which on loose rules, whose budget is small by then, are not worth their time. */
const mostForLoose = 500_000;
/** Records up to which every key is counted. Beyond, one row in so many shows which keys are heavy. */
const mostCountedWhole = 500_000;
const shareOfRows = 16;
const suspicious = 5;
/** Files of few records may have more. */
const fewestToRefuse = 5_000_000;
const mostListed = 100;

export type DroppedKey = { rule: string; rowsA: number; rowsB: number; exampleA: string };
export type Blocking = {
  pairs: number;
  byRule: Record<string, number>;
  /** The heaviest of them, and how many there are by rule. */
  dropped: DroppedKey[];
  droppedKeys: Record<string, number>;
};

const keySql = (parts: readonly string[], table: string): string =>
  `SELECT hash(${parts.join(", ")}) AS k, rid FROM ${table} WHERE ${parts.map((part) => `${part} IS NOT NULL`).join(" AND ")}`;

const keysSql = (keys: BlockingRule["keys"], table: string): string => {
  const each = keys.map((parts) => keySql(parts, table));
  return each.length === 1 ? each.join("") : each.join(" UNION ALL ");
};

async function makeKeys(connection: DuckDBConnection, rule: BlockingRule, sides: Sides): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ka AS ${keysSql(rule.keys, sides.left)}`);
  const isOne = sides.isWithin && !rule.other;
  await connection.run(
    isOne
      ? "CREATE OR REPLACE TEMP VIEW kb AS SELECT * FROM ka"
      : `CREATE OR REPLACE TEMP VIEW kb AS ${keysSql(rule.other ?? rule.keys, sides.right)}`,
  );
}

const keyCounts = (where: string): string =>
  `SELECT k, count(*) FILTER (WHERE side = 0) AS na, count(*) FILTER (WHERE side = 1) AS nb
   FROM (SELECT k, 0 AS side FROM ka ${where} UNION ALL SELECT k, 1 FROM kb ${where}) GROUP BY k`;

/** Counts of the keys of a large file: exact of those that a share of its rows shows to be heavy; of all, a share. */
async function countShare(connection: DuckDBConnection, budget: number): Promise<boolean> {
  const often = (table: string): string =>
    `SELECT k FROM ${table} WHERE hash(rid) % ${shareOfRows} = 0 GROUP BY k HAVING count(*) >= ${suspicious}`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE suspect AS ${often("ka")} UNION ${often("kb")}`);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE both_sides AS ${keyCounts("WHERE k IN (SELECT k FROM suspect)")}`,
  );
  const reader = await connection.runAndReadAll(
    `SELECT coalesce(sum(na * nb), 0)::DOUBLE FROM (${keyCounts(`WHERE k % ${shareOfRows} = 0`)}) WHERE na * nb <= ${mostPairsOfKey}`,
  );
  return Number(reader.getRows()[0]?.[0]) * shareOfRows <= budget;
}

/** The most pairs that a key may have for the rule to stay in its budget; makes `both_sides`, the counts of its keys. */
async function chooseCap(connection: DuckDBConnection, rule: BlockingRule, records: number): Promise<number> {
  const { perRecord, least } = rule.loose ? budgets.loose : budgets.strict;
  let left = Math.max(least, perRecord * records);
  if (records > mostCountedWhole && (await countShare(connection, left))) return mostPairsOfKey;
  await connection.run(`CREATE OR REPLACE TEMP TABLE both_sides AS ${keyCounts("")}`);
  const reader = await connection.runAndReadAll(
    `SELECT na * nb AS pairs, count(*) FROM both_sides WHERE na * nb BETWEEN 1 AND ${mostPairsOfKey} GROUP BY pairs ORDER BY pairs`,
  );
  for (const [pairs, keys] of reader.getRows()) {
    left -= Number(pairs) * Number(keys);
    if (left < 0) return Number(pairs) - 1;
  }
  return mostPairsOfKey;
}

async function blockByRule(connection: DuckDBConnection, at: number, sides: Sides): Promise<void> {
  const rule = blockingRules[at]!;
  await makeKeys(connection, rule, sides);
  const cap = await chooseCap(connection, rule, sides.records);
  await connection.run(`INSERT INTO heavy SELECT ${at}, k, na, nb FROM both_sides WHERE na * nb > ${cap}`);
  const inOrder = !sides.isWithin ? "true" : rule.other ? "a.rid <> b.rid" : "a.rid < b.rid";
  const pair = sides.isWithin ? "least(a.rid, b.rid), greatest(a.rid, b.rid)" : "a.rid, b.rid";
  await connection.run(
    `INSERT INTO hit SELECT ${pair}, ${at}
     FROM (SELECT * FROM ka ANTI JOIN (SELECT k FROM heavy WHERE rule = ${at}) USING (k)) a JOIN kb b USING (k) WHERE ${inOrder}`,
  );
  await connection.run(
    `INSERT INTO heavy_row SELECT ${at}, k, min(rid) FROM ka WHERE k IN (SELECT k FROM heavy WHERE rule = ${at}) GROUP BY k`,
  );
}

async function readDropped(
  connection: DuckDBConnection,
  sides: Sides,
): Promise<Pick<Blocking, "dropped" | "droppedKeys">> {
  const counts = await connection.runAndReadAll(
    "SELECT rule, count(*) FROM heavy GROUP BY rule ORDER BY rule",
  );
  const heaviest = await connection.runAndReadAll(
    `SELECT rule, na, nb, s.id FROM heavy JOIN heavy_row USING (rule, k) JOIN ${sides.left} s USING (rid) ORDER BY na * nb DESC, rule, s.id LIMIT ${mostListed}`,
  );
  return {
    droppedKeys: Object.fromEntries(counts.getRows().map(([rule, n]) => [ruleName(Number(rule)), Number(n)])),
    dropped: heaviest.getRows().map(([rule, rowsA, rowsB, id]) => ({
      rule: ruleName(Number(rule)),
      rowsA: Number(rowsA),
      rowsB: Number(rowsB),
      exampleA: String(id),
    })),
  };
}

/** Candidates by the first of the rules that found them. */
async function countByRule(connection: DuckDBConnection): Promise<[string, number][]> {
  const reader = await connection.runAndReadAll(
    `SELECT ${firstRule} AS rule, count(*) FROM candidate GROUP BY rule ORDER BY rule`,
  );
  return reader.getRows().map(([rule, n]) => [ruleName(Number(rule)), Number(n)]);
}

/**
 * Makes `candidate` (a, b, rules): every pair that shares a key of a rule, with a bit for each rule that found it. Throws
 * Refusal where that is more than thirty candidates a record.
 */
export async function blockCandidates(connection: DuckDBConnection, sides: Sides): Promise<Blocking> {
  await connection.run("CREATE OR REPLACE TABLE hit (a UINTEGER, b UINTEGER, rule UTINYINT)");
  await connection.run("CREATE OR REPLACE TABLE heavy (rule UTINYINT, k UBIGINT, na BIGINT, nb BIGINT)");
  await connection.run("CREATE OR REPLACE TABLE heavy_row (rule UTINYINT, k UBIGINT, rid UINTEGER)");
  for (const [at, { loose }] of blockingRules.entries())
    if (!loose || sides.records <= mostForLoose) await blockByRule(connection, at, sides);
  await connection.run(
    "CREATE OR REPLACE TABLE candidate AS SELECT a, b, bit_or(1::UBIGINT << rule) AS rules FROM hit GROUP BY a, b ORDER BY a",
  );
  await connection.run("DROP TABLE hit");
  const byRule = await countByRule(connection);
  const pairs = byRule.reduce((sum, [, n]) => sum + n, 0);
  if (pairs > Math.max(fewestToRefuse, mostPairsOfRecord * sides.records))
    throw new Refusal(
      `the files bring ${pairs} pairs, more than ${mostPairsOfRecord} a record: their columns tell too few people apart`,
    );
  return { pairs, byRule: Object.fromEntries(byRule), ...(await readDropped(connection, sides)) };
}
