import type { MeasureSpec } from "./measure-spec";
import { judgeMaturity } from "./maturity";
import type { MeasureResult } from "./measure-result";
import { wilsonInterval } from "./proportion-interval";

/** What the engine counted for one row of a measure (the shape of app/analysis/count-job.ts, by structure). */
export type CountedRow = {
  part: string | null;
  stratum: Record<string, string> | null;
  chain: { referred: number; linked: number; atRisk: number; windowComplete: number; counted: number };
  numerator: number;
  missing: number;
};

export type RunFrame = { period: [string, string]; dataThrough: string };

/** A result without any number: blocked, or not tracked. */
export function blockedResult(
  spec: Pick<MeasureSpec, "id" | "version" | "scale">,
  frame: RunFrame,
  blockedBy: string[],
): MeasureResult {
  return {
    measure: spec.id,
    version: spec.version,
    variant: null,
    part: null,
    stratum: null,
    period: frame.period,
    data_through: frame.dataThrough,
    maturity: { state: "unavailable", complete: 0 },
    denominator: null,
    numerator: null,
    value: null,
    scale: spec.scale,
    low: null,
    high: null,
    interval: null,
    missing: null,
    suppressed: null,
    blocked_by: blockedBy,
    warnings: [],
    chain: null,
  };
}

/** Turns counts into a printed result: maturity, share on the measure's scale, Wilson interval. Nothing is hidden here. */
export function finishResult(spec: MeasureSpec, frame: RunFrame, row: CountedRow): MeasureResult {
  const maturity = judgeMaturity(row.chain.atRisk, row.chain.windowComplete);
  const result = { ...blockedResult(spec, frame, []), part: row.part, stratum: row.stratum, maturity };
  if (spec.compute?.kind === "later_event") result.chain = row.chain;
  if (maturity.state === "unavailable")
    return { ...result, warnings: ["the windows of too few are complete: not counted"] };
  const isCount = spec.compute?.kind === "referral_event" && spec.compute.days === null;
  if (isCount) return { ...result, numerator: row.numerator, value: row.numerator, missing: row.missing };
  const interval = wilsonInterval(row.numerator, row.chain.counted);
  return {
    ...result,
    denominator: row.chain.counted,
    numerator: row.numerator,
    value: row.chain.counted === 0 ? null : (row.numerator / row.chain.counted) * spec.scale,
    low: interval && interval.low * spec.scale,
    high: interval && interval.high * spec.scale,
    interval: interval && "wilson",
    missing: row.missing,
  };
}
