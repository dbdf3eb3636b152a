/**
 * One number of a measure, as SQL on the rows of a select: `den` and `num` are added up over counted rows, `where` says which
 * rows it speaks of.
 */
export type Part = { name: string | null; den: string; num: string; where?: string; unknown?: string };

/**
 * What a cohort hands to the counting: rows of `frame, unit_id, child_id, at` (the day for the age), `step` (unlinked,
 * not_at_risk, open, censored, counted), `unknown` (a fact the rule reads is missing), `reason` in words, and what its parts
 * add up; with `hasPlace` also `language` and `area`. The table `frame` has the periods: `lo`, `hi`, both inside, and
 * `closed`, the last day on which a window may end.
 */
export type Selected = {
  sql: string;
  parts: readonly Part[];
  hasPlace?: true;
  /** The denominator is the population of the period, not the rows. */
  ofPopulation?: true;
  /** Rows have `days`: the value is their median. */
  isMedian?: true;
  /** Rows have `days` and `came`: followed so long, and whether it came. */
  isTimes?: true;
};

/** One number for the whole. */
export const whole = (num: string, den = "1"): Part[] => [{ name: null, den, num }];

/** A list of words as SQL. */
export const wordsSql = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(", ");

/** Who was in care on the period's last day, once each. */
export const inCareOnDay = `in_care AS (
  SELECT f.*, e.* FROM frame f JOIN episode e ON e.entry <= f.hi AND e.exit > f.hi
  QUALIFY row_number() OVER (PARTITION BY frame, child_id ORDER BY e.entry DESC, e.n DESC) = 1)`;
