import { comparisons } from "./comparison-spec";
import { readPattern } from "./pair-pattern";

/** How many pairs have a pattern. */
export type PatternCount = { pattern: number; count: number };

/** Chances of each level, by comparison, for the same person, another member of the household, and a stranger. */
export type Chances = { m: number[][]; h: number[][]; u: number[][] };
export type Model = Chances & {
  /** Shares of all pairs. */
  priorM: number;
  priorH: number;
  iterations: number;
};

export type Training = {
  candidates: PatternCount[];
  /** Pairs drawn without regard to any blocking rule. */
  random: PatternCount[];
  /** All pairs that could be formed. */
  totalPairs: number;
  smallerSide: number;
  /** Train the contact comparison and the priors alone, from this model. */
  from?: Model;
};

/** The model did not come to rest. */
export class Unsettled extends Error {}

const anchorStrength = 0.2;
const twinShare = 0.008;
const smallestChange = 1e-4;
const mostIterations = 1000;

/** Share of the first level in the start values of the same person and of the household. */
const startM = 0.85;
const startH = 0.7;

const normalise = (weights: number[]): number[] => {
  const sum = weights.reduce((a, b, level) => (level === 0 ? a : a + b), 0);
  return weights.map((weight, level) => (level === 0 ? 1 : weight / sum));
};

function countLevels(counts: PatternCount[], smooth: number): number[][] {
  const sums = comparisons.map(({ levels }) => levels.map(() => smooth));
  for (const { pattern, count } of counts)
    readPattern(pattern).forEach((level, at) => (sums[at]![level]! += count));
  return sums.map(normalise);
}

const lead = (first: number, levels: readonly string[]): number[] =>
  normalise(levels.map((_, level) => (level === 1 ? first : (1 - first) / (levels.length - 2))));

function startModel({ random, totalPairs, smallerSide }: Training): Model {
  const u = countLevels(random, 0.5);
  const prior = Math.min(0.2, (0.5 * smallerSide) / totalPairs);
  return {
    m: comparisons.map(({ levels }) => lead(startM, levels)),
    h: comparisons.map(({ levels, anchored }, at) => (anchored ? u[at]! : lead(startH, levels))),
    u,
    priorM: prior,
    priorH: prior,
    iterations: 0,
  };
}

type Decoded = { levels: number[]; count: number };
const decode = (counts: PatternCount[]): Decoded[] =>
  counts.map(({ pattern, count }) => ({ levels: readPattern(pattern), count }));

const chance = (levels: number[], theta: number[][]): number =>
  levels.reduce((product, level, at) => product * theta[at]![level]!, 1);

/** Posterior of each class for a pattern. */
function share(model: Model, levels: number[]): [number, number, number] {
  const m = model.priorM * chance(levels, model.m);
  const h = model.priorH * chance(levels, model.h);
  const u = Math.max(0, 1 - model.priorM - model.priorH) * chance(levels, model.u);
  const sum = m + h + u;
  return [m / sum, h / sum, u / sum];
}

/** The chances that a pair of this pattern is the same person, two of a household, two strangers. */
export const shareClasses = (model: Model, pattern: number): [number, number, number] =>
  share(model, readPattern(pattern));

/** The Dirichlet prior that keeps the household's first name, birth date, sex and middle name near the strangers'. */
function anchor(model: Model, strength: number): number[][] {
  return comparisons.map(({ name, levels, anchored }, at) => {
    const mean = levels.map(
      (_, level) => model.u[at]![level]! + (name === "birth_date" && level === 1 ? twinShare : 0),
    );
    return levels.map((_, level) => 1 + (anchored ? strength * normalise(mean)[level]! : 0));
  });
}

function step(model: Model, candidates: Decoded[], random: Decoded[], training: Training): Model {
  const m = comparisons.map(({ levels }) => levels.map(() => 1));
  const h = anchor(model, anchorStrength * training.smallerSide);
  const u = comparisons.map(({ levels }) => levels.map(() => 0.5));
  let [sumM, sumH] = [0, 0];
  for (const { levels, count } of candidates) {
    const [isM, isH] = share(model, levels);
    sumM += count * isM;
    sumH += count * isH;
    levels.forEach((level, at) => {
      m[at]![level]! += count * isM;
      h[at]![level]! += count * isH;
    });
  }
  for (const { levels, count } of random) {
    const isU = share(model, levels)[2];
    levels.forEach((level, at) => (u[at]![level]! += count * isU));
  }
  const isFree = (at: number): boolean => training.from === undefined || comparisons[at]!.name === "contact";
  const pick = (fresh: number[][], old: number[][]): number[][] =>
    fresh.map((weights, at) => (isFree(at) ? normalise(weights) : old[at]!));
  return {
    m: pick(m, model.m),
    h: pick(h, model.h),
    u: pick(u, model.u),
    priorM: sumM / training.totalPairs,
    priorH: sumH / training.totalPairs,
    iterations: model.iterations + 1,
  };
}

/** The farthest that a chance moved, or the expected links as a share of the smaller side. */
function farthest(one: Model, other: Model, { totalPairs, smallerSide }: Training): number {
  const moved = (["m", "h", "u"] as const).flatMap((key) =>
    one[key].flatMap((levels, at) => levels.map((value, level) => Math.abs(value - other[key][at]![level]!))),
  );
  const links = Math.abs(one.priorM - other.priorM) + Math.abs(one.priorH - other.priorH);
  return Math.max((links * totalPairs) / smallerSide, ...moved);
}

/**
 * Fellegi and Sunter's chances (1969) by expectation and maximisation over pattern counts, with a third class for other
 * members of one household. Needs no labels. Throws Unsettled where it does not settle within a thousand steps.
 */
export function trainModel(training: Training): Model {
  const [candidates, random] = [decode(training.candidates), decode(training.random)];
  let model: Model = { ...(training.from ?? startModel(training)), iterations: 0 };
  for (;;) {
    const next = step(model, candidates, random, training);
    if (farthest(next, model, training) < smallestChange) return next;
    if (next.iterations >= mostIterations)
      throw new Unsettled(`the model did not settle in ${mostIterations} steps`);
    model = next;
  }
}
