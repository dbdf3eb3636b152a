import type { DuckDBConnection } from "@duckdb/node-api";
import type { WeightBin } from "./choose-thresholds";
import { readNumbers } from "./read-numbers";

/** Sums of chances are taken as whole millionths, so that their order changes nothing. */
const whole = 1_000_000;
const chance = "1 / (1 + pow(2, -w))";
const sumOf = (value: string, condition: string): string =>
  `coalesce(sum(round((${value}) * ${whole})::BIGINT) FILTER (WHERE ${condition}), 0)::DOUBLE / ${whole}`;

/** `assigned` by weight, for the thresholds. */
export async function countWeights(connection: DuckDBConnection): Promise<WeightBin[]> {
  const free = "sole AND NOT review";
  const rows = await readNumbers(
    connection,
    `SELECT floor(w * 100) / 100 AS bin, count(*) FILTER (WHERE ${free}), ${sumOf(`1 - ${chance}`, free)},
       count(*) FILTER (WHERE contends), ${sumOf(chance, "contends")}
     FROM assigned GROUP BY bin ORDER BY bin DESC`,
  );
  return rows.map(([w = 0, one = 0, two = 0, three = 0, four = 0]) => ({
    w,
    free: one,
    freeFalse: two,
    contending: three,
    contendingTrue: four,
  }));
}

export type ExpectedBin = { from: number; to: number; pairs: number; expectedTrue: number };

/** Chances to be right as the model states them, by bins, of the pairs that contend: what a sample is to be held against. */
export async function countExpected(connection: DuckDBConnection): Promise<ExpectedBin[]> {
  const edges = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999, 1];
  const cases = edges.slice(1, -1).map((edge, at) => `WHEN p < ${edge} THEN ${at}`);
  const rows = await readNumbers(
    connection,
    `SELECT CASE ${cases.join(" ")} ELSE ${edges.length - 2} END AS bin, count(*), ${sumOf(chance, "true")}
     FROM (SELECT w, ${chance} AS p FROM assigned WHERE contends) GROUP BY bin ORDER BY bin`,
  );
  return rows.map(([bin = 0, pairs = 0, expectedTrue = 0]) => ({
    from: edges[bin]!,
    to: edges[bin + 1]!,
    pairs,
    expectedTrue: Number(expectedTrue.toFixed(2)),
  }));
}

export type Completeness = { expectedTrue: number; foundOnce: number; foundTwice: number; estimate: number };

/**
 * Share of the true pairs that some blocking rule brings, by how many are found by one rule alone and by two (Chao 1987,
 * a lower bound of what is missed if rules were independent; they are not, so it is a warning and no measurement).
 */
export async function estimateCompleteness(connection: DuckDBConnection): Promise<Completeness> {
  const [row = []] = await readNumbers(
    connection,
    `SELECT ${sumOf(chance, "rules > 0")}, ${sumOf(chance, "bit_count(rules) = 1")}, ${sumOf(chance, "bit_count(rules) = 2")} FROM assigned WHERE contends`,
  );
  const [found = 0, once = 0, twice = 0] = row;
  const missed = (once * Math.max(0, once - 1)) / (2 * (twice + 1));
  const round = (value: number): number => Number(value.toFixed(2));
  return {
    expectedTrue: round(found),
    foundOnce: round(once),
    foundTwice: round(twice),
    estimate: found === 0 ? 1 : Number((found / (found + missed)).toFixed(5)),
  };
}
