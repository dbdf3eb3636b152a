import type { DuckDBConnection } from "@duckdb/node-api";
import type { Doubles } from "./find-duplicates";
import type { Sides } from "./linkage-sides";

/** A second candidate within so many bits of the best leaves both to a person. */
const nearBits = 3;
/**
 * What a pair loses that a rival beats by more: that a record has two of the same person in the other file is taken to be
 * some thirty times less likely than that it has one.
 */
export const mostRivalBits = 5;

/** The best two weights of each record's cluster, among clusters of the other side. */
const bestOf = (side: "la" | "lb"): string =>
  `SELECT ${side}, top[1] AS w1, top[2] AS w2 FROM
     (SELECT ${side}, max(w, 2) AS top FROM (SELECT la, lb, max(w) AS w FROM led GROUP BY la, lb) GROUP BY ${side})`;

/**
 * Makes `assigned` of `scored`: `contends` where no candidate of either record is better by three bits, `sole` where none
 * comes within three bits; other records of the same person on a side (`same_0`, `same_1`) are no rivals. A sole pair
 * weighs what it does with nobody near; one that does not contend five bits less, since its record is taken. Within one
 * file a person may stand more than twice, so every pair stands for itself there.
 */
export async function assignPairs(
  connection: DuckDBConnection,
  { isWithin }: Sides,
  doubles: Doubles,
): Promise<void> {
  const rivalBits = Math.min(mostRivalBits, -Math.log2(doubles.share));
  const mayBeDoubles = rivalBits < mostRivalBits;
  const plain = `SELECT * EXCLUDE (lone_w), true AS contends, true AS sole FROM scored`;
  await connection.run(
    `CREATE OR REPLACE VIEW led AS SELECT s.*, coalesce(x.lead, a) AS la, coalesce(y.lead, b) AS lb
     FROM scored s LEFT JOIN same_0 x ON x.rid = a LEFT JOIN same_1 y ON y.rid = b`,
  );
  const ranked = `SELECT s.*, s.top >= x.w1 - ${nearBits} AND s.top >= y.w1 - ${nearBits} AS contends,
      s.top = x.w1 AND s.top = y.w1 AND coalesce(x.w2 < s.top - ${nearBits}, true)
        AND coalesce(y.w2 < s.top - ${nearBits}, true) AS sole
    FROM (SELECT *, max(w) OVER (PARTITION BY la, lb) AS top FROM led) s
    JOIN (${bestOf("la")}) x USING (la) JOIN (${bestOf("lb")}) y USING (lb)`;
  await connection.run(
    `CREATE OR REPLACE TABLE assigned AS ${
      isWithin
        ? plain
        : `SELECT * EXCLUDE (la, lb, top, lone_w)
             REPLACE (contends OR ${mayBeDoubles} AS contends, CASE WHEN sole THEN lone_w WHEN contends THEN w ELSE w - ${rivalBits} END AS w) FROM (${ranked})`
    }`,
  );
}
