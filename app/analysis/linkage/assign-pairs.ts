import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sides } from "./linkage-sides";

/** A second candidate within so many bits of the best leaves both to a person. */
const nearBits = 3;
/**
 * What a pair loses that a rival beats by more: that a record has two of the same person in the other file is taken to be
 * some thirty times less likely than that it has one.
 */
const rivalBits = 5;

const bestOf = (side: "a" | "b"): string =>
  `SELECT ${side}, top[1] AS w1, top[2] AS w2 FROM (SELECT ${side}, max(w, 2) AS top FROM scored GROUP BY ${side})`;

/**
 * Makes `assigned` of `scored`: `contends` where no candidate of either record is better by three bits, `sole` where none
 * comes within three bits. A pair that does not contend weighs five bits less, since its record is taken. Within one file a person may stand more than twice, so every pair stands for itself there.
 */
export async function assignPairs(connection: DuckDBConnection, { isWithin }: Sides): Promise<void> {
  await connection.run(
    isWithin
      ? "CREATE OR REPLACE TABLE assigned AS SELECT *, true AS contends, true AS sole FROM scored"
      : `CREATE OR REPLACE TABLE assigned AS SELECT * REPLACE (CASE WHEN contends THEN w ELSE w - ${rivalBits} END AS w) FROM (
           SELECT s.*, s.w >= x.w1 - ${nearBits} AND s.w >= y.w1 - ${nearBits} AS contends,
             s.w = x.w1 AND s.w = y.w1 AND coalesce(x.w2 < s.w - ${nearBits}, true)
               AND coalesce(y.w2 < s.w - ${nearBits}, true) AS sole
           FROM scored s JOIN (${bestOf("a")}) x USING (a) JOIN (${bestOf("b")}) y USING (b))`,
  );
}
