import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { mostRivalBits } from "./assign-pairs";
import { lowestAuto } from "./choose-thresholds";
import { joinClusters } from "./join-clusters";
import { readNumbers } from "./read-numbers";

/** Links from this weight on join records to one person. */
const joinBits = 10;
/** What a chain of links is less sure by than its weakest one. */
const chainBits = 3;
/** Clusters that are assumed to have been seen before any was. */
const before = 32;

/** Bits by which a record that joins a cluster of two or more is seldomer than one that makes a pair. */
function countJoining(clusters: readonly number[][]): number {
  const further = clusters.reduce((sum, { length }) => sum + length - 2, 0);
  const joins = clusters.reduce((sum, { length }) => sum + length - 1, 0);
  return Math.min(mostRivalBits, -Math.log2((further + 1) / (joins + before)));
}

/**
 * Makes `assigned` of `scored` within one file, where a person may stand more than twice. Strong links make clusters. Two
 * records of one cluster weigh at least what the weakest link between them does, less three bits, and wait for a person
 * where their own weight does not link them; a record that comes near to another's cluster weighs less, by how seldom a
 * third record of a person is; two that are in none weigh what they do with nobody near.
 */
export async function assignWithin(connection: DuckDBConnection): Promise<void> {
  const edges = await readNumbers(connection, `SELECT a, b, w FROM scored WHERE w >= ${joinBits}`);
  const { clusters, chains } = joinClusters(edges.map(([a = 0, b = 0, w = 0]) => ({ a, b, w })));
  const members = clusters.flatMap((rids, at) => rids.map((rid) => [String(rid), String(at)]));
  await appendRows(connection, "members", ["rid", "cluster"], members);
  const bits = chains.map(({ a, b, w }) => [a, b, w - chainBits].map(String));
  await appendRows(connection, "chains", ["a", "b", "w"], bits);
  await connection.run(
    "CREATE OR REPLACE TABLE member AS SELECT rid::UINTEGER AS rid, cluster::UINTEGER AS cluster FROM members",
  );
  await connection.run(
    `CREATE OR REPLACE TABLE assigned AS
       WITH chain AS (SELECT a::UINTEGER AS a, b::UINTEGER AS b, w::DOUBLE AS w FROM chains),
         placed AS (SELECT s.*, CASE WHEN x.cluster IS NULL AND y.cluster IS NULL THEN lone_w WHEN x.cluster = y.cluster THEN s.w
             ELSE s.w - ${countJoining(clusters)} END AS new_w
           FROM scored s LEFT JOIN member x ON x.rid = s.a LEFT JOIN member y ON y.rid = s.b)
       SELECT coalesce(p.a, c.a) AS a, coalesce(p.b, c.b) AS b, coalesce(rules, 0) AS rules, coalesce(pattern, 0) AS pattern,
         greatest(new_w, c.w) AS w, coalesce(review OR new_w < ${lowestAuto}, true) AS review, true AS contends, true AS sole
       FROM placed p FULL JOIN chain c ON p.a = c.a AND p.b = c.b`,
  );
}
