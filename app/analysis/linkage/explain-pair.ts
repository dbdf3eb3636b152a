import { comparisons } from "./comparison-spec";
import { readPattern } from "./pair-pattern";
import type { Model } from "./train-model";

/** One comparison in bits: for the same person rather than a stranger, and rather than another member of the household. */
export type PairLine = { comparison: string; level: string; stranger: number; household: number };

export type ExplainedPair = {
  pattern: number;
  firstBits: number;
  lastBits: number;
  /** What nobody else coming near tells, or somebody else who fits better. */
  rivals: { stranger: number; household: number };
};

const round = (bits: number): number => Number(bits.toFixed(3));

/**
 * What a pair's weight is made of. The frequency of an equal first name counts against both, that of an equal last name
 * against a stranger alone, since a family shares it however rare it is. Comparisons without evidence are left out; the
 * prior stands last, as `prior`.
 */
export function explainPair(
  model: Model,
  { pattern, firstBits, lastBits, rivals }: ExplainedPair,
): PairLine[] {
  const lines = readPattern(pattern).flatMap((level, at): PairLine[] => {
    if (level === 0) return [];
    const { name, levels } = comparisons[at]!;
    const bits = (other: number[][]): number => Math.log2(model.m[at]![level]! / other[at]![level]!);
    const common = name === "first_name" ? firstBits : 0;
    const shared = name === "last_name" ? lastBits : 0;
    return [
      {
        comparison: name,
        level: levels[level]!,
        stranger: round(bits(model.u) - common - shared),
        household: round(bits(model.h) - common),
      },
    ];
  });
  const tiny = Number.MIN_VALUE;
  const strangers = Math.max(tiny, 1 - model.priorM - model.priorH);
  const prior = {
    comparison: "prior",
    level: "prior",
    stranger: round(Math.log2(Math.max(tiny, model.priorM) / strangers)),
    household: round(Math.log2(Math.max(tiny, model.priorM) / Math.max(tiny, model.priorH))),
  };
  const near = rivals.stranger < 0 ? "taken" : "left_over";
  const others = { comparison: "rivals", level: near, ...rivals };
  return [...lines, ...(rivals.stranger === 0 && rivals.household === 0 ? [] : [others]), prior];
}
