import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { lowestAuto } from "./choose-thresholds";
import { compareInto } from "./compare-pairs";
import { joinClusters } from "./join-clusters";
import type { Sides } from "./linkage-sides";
import { readNumbers } from "./read-numbers";
import { scoreInto } from "./score-pairs";
import type { Model } from "./train-model";

/** Records that are another one's double, by side, and their share among those that are linked. */
export type Doubles = { a: number; b: number; share: number };

/** A record that so many of the other side come near to says nothing of who they are. */
const mostRivals = 12;

/** Pairs of one side whose records both come near to one record of the other. */
const rivalsSql = (of: "a" | "b", other: "a" | "b"): string =>
  `WITH near AS (SELECT a, b FROM scored WHERE w >= ${lowestAuto}),
     met AS (SELECT ${of} FROM near GROUP BY ${of} HAVING count(*) BETWEEN 2 AND ${mostRivals}),
     kept AS (SELECT * FROM near SEMI JOIN met USING (${of}))
   SELECT DISTINCT l.${other} AS a, r.${other} AS b, 0::UBIGINT AS rules FROM kept l JOIN kept r ON l.${of} = r.${of} AND l.${other} < r.${other}`;

async function findOnSide(
  connection: DuckDBConnection,
  table: string,
  rivals: string,
  model: Model,
): Promise<number[][]> {
  await connection.run(`CREATE OR REPLACE TABLE rival AS ${rivals}`);
  await compareInto(connection, "rivals", "rival", { left: table, right: table }, ["rules"]);
  await scoreInto(connection, "rival_scored", "rivals", model);
  const rows = await readNumbers(
    connection,
    `SELECT a, b, w FROM rival_scored WHERE NOT review AND w >= ${lowestAuto}`,
  );
  for (const made of ["rival", "rivals", "rival_scored"]) await connection.run(`DROP TABLE ${made}`);
  return joinClusters(rows.map(([a = 0, b = 0, w = 0]) => ({ a, b, w }))).clusters;
}

/**
 * Makes `same_0` and `same_1` (rid, lead): records of one side that are one person by the same rules as a link. Asked of
 * those that compete for a record of the other side, since no other duplicate changes a link.
 */
export async function findDuplicates(
  connection: DuckDBConnection,
  sides: Sides,
  model: Model,
): Promise<Doubles> {
  const doubles: number[] = [];
  for (const [side, table] of [sides.left, sides.right].entries()) {
    const rivals = side === 0 ? rivalsSql("b", "a") : rivalsSql("a", "b");
    const clusters = sides.isWithin ? [] : await findOnSide(connection, table, rivals, model);
    const rows = clusters.flatMap((rids) => rids.map((rid) => [String(rid), String(Math.min(...rids))]));
    await appendRows(connection, "same", ["rid", "lead"], rows);
    await connection.run(
      `CREATE OR REPLACE TABLE same_${side} AS SELECT rid::UINTEGER AS rid, lead::UINTEGER AS lead FROM same`,
    );
    doubles.push(rows.length - clusters.length);
  }
  const [near = 0] =
    (
      await readNumbers(
        connection,
        `SELECT least(count(DISTINCT a), count(DISTINCT b)) FROM scored WHERE w >= ${lowestAuto}`,
      )
    )[0] ?? [];
  const [a = 0, b = 0] = doubles;
  return { a, b, share: (a + b + 1) / (near + a + b + 2) };
}
