import { comparisons } from "./comparison-spec";
import { findLevel, readPattern } from "./pair-pattern";
import type { Model } from "./train-model";

/** A pattern's evidence in bits, each with its prior: for the same person, the household, a stranger. */
export type PatternWeight = { pattern: number; m: number; h: number; u: number };

/** Evidence of a pattern, without the frequency of its names. Base 2. */
export function weighPattern(model: Model, pattern: number): PatternWeight {
  const levels = readPattern(pattern);
  const bits = (theta: number[][], prior: number): number =>
    levels.reduce((sum, level, at) => sum + Math.log2(theta[at]![level]!), Math.log2(prior));
  const tiny = Number.MIN_VALUE;
  return {
    pattern,
    m: bits(model.m, Math.max(tiny, model.priorM)),
    h: bits(model.h, Math.max(tiny, model.priorH)),
    u: bits(model.u, Math.max(tiny, 1 - model.priorM - model.priorH)),
  };
}

/** Whether the comparison stands at one of these levels. */
function stands(levels: number[], comparison: string, ...names: string[]): boolean {
  return names.some((name) => {
    const { at, level } = findLevel(comparison, name);
    return levels[at] === level;
  });
}

export type HardRules = {
  /** Never without a person: what this pattern says may be two people, whatever the weight. */
  review: boolean;
  /** The same, where the two first names may be two children's. */
  reviewIfTwoNames: boolean;
  /** The same, unless both names together are rarer than most. */
  reviewIfCommon: boolean;
};

/** The rules before an automatic link (linkage.md sections 8 and 15). */
export function readHardRules(pattern: number): HardRules {
  const levels = readPattern(pattern);
  const is = (comparison: string, ...names: string[]): boolean => stands(levels, comparison, ...names);
  const sameFirst = is("first_name", "exact");
  const sameDate = is("birth_date", "exact");
  const sameMiddle = is("middle_name", "same_name", "same_initial");
  const noName = !is("first_name", "exact", "nickname", "close", "swapped", "middle_name");
  const sexConflict = is("sex", "different") && !(sameFirst && sameDate);
  const noDate = is("birth_date", "null");
  const otherDate = is("birth_date", "else") && !is("identifier", "exact");
  const exactNames = sameFirst && is("last_name", "exact");
  const proven = exactNames && (sameMiddle || is("identifier", "exact"));
  return {
    review: noName || sexConflict || otherDate || (noDate && !proven),
    reviewIfTwoNames: !sameFirst && !sameMiddle,
    reviewIfCommon: noDate,
  };
}

/** The levels of a model by name, for the report; six digits. */
export function describeModel(model: Model): Record<string, Record<string, Record<"m" | "h" | "u", number>>> {
  const round = (value: number): number => Number(value.toPrecision(6));
  return Object.fromEntries(
    comparisons.map(({ name, levels }, at) => [
      name,
      Object.fromEntries(
        levels
          .map((level, of) => [level, of] as const)
          .slice(1)
          .map(([level, of]) => [
            level,
            { m: round(model.m[at]![of]!), h: round(model.h[at]![of]!), u: round(model.u[at]![of]!) },
          ]),
      ),
    ]),
  );
}
