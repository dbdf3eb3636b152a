import type { DuckDBConnection } from "@duckdb/node-api";
import { blockingRules, type BlockingRule } from "./blocking-rules";
import { Refusal } from "./link-job";
import type { Sides } from "./linkage-sides";

/** A key with so many pairs tells nobody apart: a name by default, a shelter. It is left out and listed. */
const mostPairsOfKey = 100_000;
/** A smaller cap is tried where all rules together would compare more pairs a record than the most. */
const smallerCaps = [10_000, 1_000, 100];
const mostPairsOfRecord = 30;

export type DroppedKey = { rule: string; rowsA: number; rowsB: number; exampleA: string };
export type Blocking = {
  pairs: number;
  byRule: Record<string, number>;
  cap: number;
  dropped: DroppedKey[];
  droppedKeys: number;
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

/** Keys of `ka` and `kb` with more pairs than the cap, into `heavy`. */
async function findHeavy(connection: DuckDBConnection, cap: number): Promise<void> {
  const often = (table: string): string =>
    `SELECT k, count(*) AS n, min(rid) AS rid FROM ${table} GROUP BY k`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE heavy AS SELECT a.k, a.n AS na, b.n AS nb, a.rid FROM (${often("ka")}) a
     JOIN (${often("kb")}) b USING (k) WHERE a.n * b.n > ${cap}`,
  );
}

async function blockByRule(
  connection: DuckDBConnection,
  rule: number,
  cap: number,
  sides: Sides,
): Promise<DroppedKey[]> {
  const spec = blockingRules[rule]!;
  await makeKeys(connection, spec, sides);
  await findHeavy(connection, cap);
  const inOrder = !sides.isWithin ? "true" : spec.other ? "a.rid <> b.rid" : "a.rid < b.rid";
  await connection.run(
    `INSERT INTO hit SELECT ${sides.isWithin ? "least(a.rid, b.rid), greatest(a.rid, b.rid)" : "a.rid, b.rid"}, ${rule}
     FROM (SELECT k, rid FROM ka WHERE k NOT IN (SELECT k FROM heavy)) a JOIN kb b USING (k) WHERE ${inOrder}`,
  );
  const reader = await connection.runAndReadAll(
    `SELECT na, nb, s.id FROM heavy JOIN ${sides.left} s USING (rid) ORDER BY na * nb DESC, s.id`,
  );
  return reader
    .getRows()
    .map(([na, nb, id]) => ({ rule: spec.name, rowsA: Number(na), rowsB: Number(nb), exampleA: String(id) }));
}

async function blockUnder(
  connection: DuckDBConnection,
  cap: number,
  sides: Sides,
): Promise<DroppedKey[] | null> {
  await connection.run("CREATE OR REPLACE TABLE hit (a UINTEGER, b UINTEGER, rule UTINYINT)");
  const most = mostPairsOfRecord * sides.records * 2;
  const dropped: DroppedKey[] = [];
  for (const rule of blockingRules.keys()) {
    dropped.push(...(await blockByRule(connection, rule, cap, sides)));
    const reader = await connection.runAndReadAll("SELECT count(*) AS n FROM hit");
    if (Number(reader.getRowObjects()[0]?.["n"]) > Math.max(most, 10 * mostPairsOfKey)) return null;
  }
  return dropped;
}

/**
 * Makes `candidate` (a, b, rule, hits): every pair that shares a key of a rule, with the first such rule and how many of
 * them found it. Throws Refusal where even keys of few pairs bring more than thirty candidates a record.
 */
export async function blockCandidates(connection: DuckDBConnection, sides: Sides): Promise<Blocking> {
  for (const cap of [mostPairsOfKey, ...smallerCaps]) {
    const dropped = await blockUnder(connection, cap, sides);
    if (dropped === null) continue;
    await connection.run(
      `CREATE OR REPLACE TABLE candidate AS SELECT a, b, min(rule) AS rule, bit_count(bit_or(1::UINTEGER << rule))::UTINYINT AS hits
       FROM hit GROUP BY a, b`,
    );
    await connection.run("DROP TABLE hit");
    const reader = await connection.runAndReadAll(
      "SELECT rule, count(*) FROM candidate GROUP BY rule ORDER BY rule",
    );
    const rows = reader.getRows().map(([rule, n]) => [blockingRules[Number(rule)]!.name, Number(n)] as const);
    return {
      pairs: rows.reduce((sum, [, n]) => sum + n, 0),
      byRule: Object.fromEntries(rows),
      cap,
      dropped: dropped.slice(0, 100),
      droppedKeys: dropped.length,
    };
  }
  throw new Refusal(
    `the files bring more than ${mostPairsOfRecord} pairs a record: their columns tell too few people apart`,
  );
}
