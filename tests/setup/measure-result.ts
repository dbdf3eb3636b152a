import { finishResult } from "../../app/domain/measures/finish-result";
import { findMeasureSpec } from "../../app/domain/measures/measure-registry";
import type { MeasureResult } from "../../app/domain/measures/measure-result";

/** A mature result of a measure, as the engine's counts make it; then whatever a test says of it. */
export function resultOf(
  measure: string,
  [numerator, counted]: [number, number],
  more: Partial<MeasureResult> = {},
): MeasureResult {
  const spec = findMeasureSpec(measure);
  if (!spec) throw new RangeError(`no such measure: ${measure}`);
  const chain = { referred: counted, linked: counted, atRisk: counted, windowComplete: counted, counted };
  const row = { part: null, stratum: null, chain, denominator: counted, numerator, missing: 0 };
  const frame = { period: ["2025-01-01", "2025-06-30"] as [string, string], dataThrough: "2026-11-15" };
  return { ...finishResult(spec, frame, row), ...more };
}

/** The same with every number hidden. */
export const hidden = (result: MeasureResult): MeasureResult => ({
  ...result,
  ...{ denominator: null, numerator: null, value: null, low: null, high: null, missing: null },
  suppressed: "primary",
});
