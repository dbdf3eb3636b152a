import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { isHeld } from "./apply-decisions";
import { marks } from "./comparison-spec";
import type { Model } from "./train-model";
import { readHardRules, weighPattern } from "./weigh-pattern";

/** Pairs below this weight matter to nobody: not as links, nor as second candidates of one. */
const lowestKept = -3;

const flag = (holds: boolean): string => (holds ? "true" : "false");

async function makePatternWeights(connection: DuckDBConnection, model: Model): Promise<void> {
  const reader = await connection.runAndReadAll("SELECT DISTINCT pattern FROM pair ORDER BY pattern");
  const rows = reader.getRows().map(([found]) => {
    const { pattern, m, h, u } = weighPattern(model, Number(found));
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

/**
 * Makes `scored` of `pair`: weight `w` in bits and `review` where a hard rule forbids an automatic link. The weight is
 * log2 of the chance of the same person over that of anybody else (Fellegi and Sunter 1969), priors included.
 */
export async function scorePairs(connection: DuckDBConnection, model: Model): Promise<void> {
  await makePatternWeights(connection, model);
  await connection.run(
    `CREATE OR REPLACE TABLE scored AS SELECT * FROM (
       SELECT p.a, p.b, p.rules, p.pattern,
         g.m::DOUBLE - greatest(${household}, ${stranger}) - log2(1 + pow(2, -abs(${household} - ${stranger}))) AS w,
         g.review::BOOLEAN OR (g.if_two::BOOLEAN AND p.marks & ${marks.twoNames.bit} > 0) OR p.marks & ${marks.suffixConflict.bit} > 0
           OR (g.if_common::BOOLEAN AND p.fbits + p.lbits > 0) AS review
       FROM pair p JOIN (SELECT pattern::UINTEGER AS pattern, * EXCLUDE (pattern) FROM weighed) g USING (pattern)
       WHERE g.m::DOUBLE - greatest(${household}, ${stranger}) >= ${lowestKept} OR ${isHeld})
     WHERE w >= ${lowestKept} OR ${isHeld}`,
  );
}
