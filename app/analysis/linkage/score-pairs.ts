import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { isHeld } from "./apply-decisions";
import { marks } from "./comparison-spec";
import { readNumbers } from "./read-numbers";
import type { Model } from "./train-model";
import { readHardRules, weighPattern } from "./weigh-pattern";

/** Pairs below this weight matter to nobody: not as links, nor as second candidates of one. */
const lowestKept = -3;

const flag = (holds: boolean): string => (holds ? "true" : "false");

async function makePatternWeights(connection: DuckDBConnection, pairs: string, model: Model): Promise<void> {
  const found = await readNumbers(connection, `SELECT DISTINCT pattern FROM ${pairs} ORDER BY pattern`);
  const rows = found.map(([pattern = 0]) => {
    const { m, h, u } = weighPattern(model, pattern);
    const rules = readHardRules(pattern);
    const flags = [rules.review, rules.reviewIfTwoNames, rules.reviewIfCommon].map(flag);
    return [pattern, m, h, u].map(String).concat(flags);
  });
  const columns = ["pattern", "m", "h", "u", "review", "if_two", "if_common"];
  await appendRows(connection, "weighed", columns, rows);
}

/** Both alternatives of a pair: a member of the household shares the surname, however rare it is; a stranger does not. */
const household = "(g.h::DOUBLE + p.fbits)";
const stranger = "(g.u::DOUBLE + p.fbits + p.lbits)";
const weight = (one: string, other: string): string =>
  `g.m::DOUBLE - greatest(${one}, ${other}) - log2(1 + pow(2, -abs(${one} - ${other})))`;

/**
 * Makes `target` of `pairs`: weight `w` in bits and `review` where a hard rule forbids an automatic link. The weight is
 * log2 of the chance of the same person over that of anybody else (Fellegi and Sunter 1969), priors included. `lone_w` is
 * the weight if nobody else comes near either record: `lone` bits more against a member of the household.
 */
export async function scoreInto(
  connection: DuckDBConnection,
  target: string,
  pairs: string,
  model: Model,
  lone = 0,
): Promise<void> {
  await makePatternWeights(connection, pairs, model);
  const rarer = `(${household} - ${lone})`;
  await connection.run(
    `CREATE OR REPLACE TABLE ${target} AS SELECT * FROM (
       SELECT p.a, p.b, p.rules, p.pattern, ${weight(household, stranger)} AS w,
         ${weight(rarer, stranger)} AS lone_w,
         g.review::BOOLEAN OR (g.if_two::BOOLEAN AND p.marks & ${marks.twoNames.bit} > 0) OR p.marks & ${marks.suffixConflict.bit} > 0
           OR (g.if_common::BOOLEAN AND p.fbits + p.lbits > 0) AS review
       FROM ${pairs} p JOIN (SELECT pattern::UINTEGER AS pattern, * EXCLUDE (pattern) FROM weighed) g USING (pattern)
       WHERE g.m::DOUBLE - greatest(${household}, ${stranger}) >= ${lowestKept - lone} OR ${isHeld})
     WHERE lone_w >= ${lowestKept} OR ${isHeld}`,
  );
}

/** Makes `scored` of `pair`. */
export const scorePairs = (connection: DuckDBConnection, model: Model, lone?: number): Promise<void> =>
  scoreInto(connection, "scored", "pair", model, lone);
