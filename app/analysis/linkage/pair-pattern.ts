import { comparisons, marks } from "./comparison-spec";

const sizes = comparisons.map(({ levels }) => levels.length);

/** Patterns of one level of the first name. */
export const firstStride = sizes.slice(1).reduce((product, size) => product * size, 1);

/** The levels of a pattern, in the order of the comparisons; the last changes fastest. */
export function readPattern(pattern: number): number[] {
  let rest = pattern;
  const levels = sizes.toReversed().map((size) => {
    const level = rest % size;
    rest = (rest - level) / size;
    return level;
  });
  return levels.reverse();
}

/** The level's place in its comparison. Throws where there is none of that name. */
export function findLevel(comparison: string, level: string): { at: number; level: number } {
  const at = comparisons.findIndex(({ name }) => name === comparison);
  const found = comparisons[at]?.levels.indexOf(level) ?? -1;
  if (found < 0) throw new Error(`no level ${comparison}.${level}`);
  return { at, level: found };
}

const levelSql = ({ conditions }: (typeof comparisons)[number]): string =>
  `CASE ${conditions.map((condition, level) => `WHEN ${condition} THEN ${level}`).join(" ")} ELSE ${conditions.length} END`;

/** The level of the first name of records `l` and `r`, as SQL. */
export const firstLevelSql: string = levelSql(comparisons[0]!);
/** Their pattern, where that level is `first`. */
export const patternSql: string = comparisons
  .slice(1)
  .reduce((sum, comparison, at) => `(${sum}) * ${sizes[at + 1]} + ${levelSql(comparison)}`, "first");
export const marksSql: string = Object.values(marks)
  .map(({ bit, condition }) => `CASE WHEN ${condition} THEN ${bit} ELSE 0 END`)
  .join(" + ");
