import type { DuckDBConnection } from "@duckdb/node-api";
import { readNumbers } from "./read-numbers";
import type { Sides } from "./linkage-sides";
import { shareClasses, type Model } from "./train-model";

/** Bits from which a link is taken to be right. */
const strongBits = 9;
/** Pairs beyond which one record of A in so many stands for all. */
const mostCounted = 1_000_000;
const shareOfRecords = 8;
/** However seldom others are left over, it tells no more than this. */
const most = 4;

/** A link that is strong, whatever else it is. */
const isStrong = `(sole AND NOT review AND w >= ${strongBits})`;

/**
 * How seldom both records of a pair are left without a strong link elsewhere, where they are two of a household, in bits.
 * Two records of one person nearly always are, so being left over speaks for them: brothers usually both have somebody of
 * their own on the other side. Counted on `pair` and the strong links of `assigned`; needs no labels.
 */
export async function measureLone(connection: DuckDBConnection, sides: Sides, model: Model): Promise<number> {
  const links = `SELECT a, b, ${isStrong} AS strong FROM assigned ${sides.isWithin ? `UNION ALL SELECT b, a, ${isStrong} FROM assigned` : ""}`;
  for (const side of ["a", "b"])
    await connection.run(
      `CREATE OR REPLACE TABLE strong_${side} AS SELECT DISTINCT ${side} FROM (${links}) WHERE strong`,
    );
  const [[pairs = 0] = []] = await readNumbers(connection, "SELECT count(*) FROM pair");
  const sample = pairs > mostCounted ? `WHERE hash(a) % ${shareOfRecords} = 0` : "";
  const counts = await readNumbers(
    connection,
    `SELECT pattern, count(*), count(*) FILTER (x.a IS NULL AND y.b IS NULL) FROM (SELECT a, b, pattern FROM pair ${sample}) p
     LEFT JOIN strong_a x ON p.a = x.a LEFT JOIN strong_b y ON p.b = y.b GROUP BY pattern ORDER BY pattern`,
  );
  let [all, left] = [0, 0];
  for (const [pattern = 0, n = 0, free = 0] of counts) {
    const household = shareClasses(model, pattern)[1];
    all += n * household;
    left += free * household;
  }
  return Math.max(0, Math.min(most, -Math.log2((left + 1) / (all + 1))));
}
