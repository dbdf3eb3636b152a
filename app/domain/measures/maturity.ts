import type { Maturity } from "./measure-result";

/** Share of windows that must be complete for a provisional number (measures.md 6.3). */
const PROVISIONAL_FROM = 0.8;

/**
 * Maturity of a fixed-window cohort from how many of those at risk have had their whole window observed. An empty cohort
 * is mature: there is nobody left to wait for.
 */
export function judgeMaturity(atRisk: number, windowComplete: number): Maturity {
  const complete = atRisk === 0 ? 1 : windowComplete / atRisk;
  if (complete === 1) return { state: "mature", complete };
  return {
    state: complete >= PROVISIONAL_FROM ? "provisional" : "unavailable",
    complete: Math.floor(complete * 1000) / 1000,
  };
}
