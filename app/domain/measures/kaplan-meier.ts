import { Z95 } from "./proportion-interval";

/** How many were followed exactly so many days, and to how many of them it came then (app/analysis/count-job.ts, by structure). */
export type TimePoint = { days: number; came: number; ended: number };

/** One step of a survival curve; survival and its range go from 0 to 1. */
export type SurvivalStep = {
  t: number;
  at_risk: number;
  events: number;
  survival: number;
  low: number;
  high: number;
};

/**
 * Kaplan-Meier (measures.md 6.1): a step a day with an event. Whoever is followed to a day is still at risk on it. Ranges are
 * log-log with Greenwood's variance; at survival 0 or 1 they are the whole or nothing that is known.
 */
export function kaplanMeier(points: readonly TimePoint[]): SurvivalStep[] {
  const ordered = [...points].sort((a, b) => a.days - b.days);
  let left = ordered.reduce((sum, { came, ended }) => sum + came + ended, 0);
  let [survival, variance] = [1, 0];
  const steps: SurvivalStep[] = [];
  for (const { days, came, ended } of ordered) {
    if (came > 0) {
      survival *= 1 - came / left;
      variance += left > came ? came / (left * (left - came)) : 0;
      steps.push({ t: days, at_risk: left, events: came, survival, ...logLogRange(survival, variance) });
    }
    left -= came + ended;
  }
  return steps;
}

function logLogRange(survival: number, variance: number): { low: number; high: number } {
  if (survival <= 0 || survival >= 1) return { low: survival, high: survival };
  const half = (Z95 * Math.sqrt(variance)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
}

export type MedianTime = { median: number | null; low: number | null; high: number | null };

/** The first day by which it came to half, and the days at which the range of the curve crosses half; null when it never does. */
export function medianTime(steps: readonly SurvivalStep[]): MedianTime {
  const first = (below: (step: SurvivalStep) => number): number | null =>
    steps.find((step) => below(step) <= 0.5)?.t ?? null;
  return {
    median: first(({ survival }) => survival),
    low: first(({ low }) => low),
    high: first(({ high }) => high),
  };
}
