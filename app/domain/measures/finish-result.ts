import { kaplanMeier, medianTime, type TimePoint } from "./kaplan-meier";
import type { MeasureSpec } from "./measure-spec";
import { judgeMaturity } from "./maturity";
import type { MeasureResult } from "./measure-result";
import { poissonInterval } from "./poisson-interval";
import { type Interval, wilsonInterval } from "./proportion-interval";
import { rateRatio } from "./ratio-interval";

/** What the engine counted for one row of a measure (the shape of app/analysis/count-job.ts, by structure). */
export type CountedRow = {
  part: string | null;
  stratum: Record<string, string> | null;
  chain: { referred: number; linked: number; atRisk: number; windowComplete: number; counted: number };
  denominator: number | null;
  numerator: number;
  missing: number;
  median?: number | null;
  times?: TimePoint[];
};

export type RunFrame = { period: [string, string]; dataThrough: string; variant?: string };

/** A result without any number: blocked, or not tracked. */
export function blockedResult(
  spec: Pick<MeasureSpec, "id" | "version" | "scale">,
  frame: RunFrame,
  blockedBy: string[],
): MeasureResult {
  return {
    measure: spec.id,
    version: spec.version,
    variant: frame.variant ?? null,
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

/** A period that has not ended is not mature because nobody was found in it yet. */
function maturityOf({ chain }: CountedRow, frame: RunFrame): MeasureResult["maturity"] {
  if (chain.referred === 0 && frame.period[1] > frame.dataThrough)
    return { state: "unavailable", complete: 0 };
  return judgeMaturity(chain.atRisk, chain.windowComplete);
}

/** Turns counts into a printed result: maturity, value on the measure's scale, interval. Nothing is hidden here. */
export function finishResult(spec: MeasureSpec, frame: RunFrame, row: CountedRow): MeasureResult {
  const maturity = maturityOf(row, frame);
  const base = { ...blockedResult(spec, frame, []), part: row.part, stratum: row.stratum, maturity };
  if (spec.compute?.kind === "later_event") base.chain = row.chain;
  if (maturity.state === "unavailable")
    return { ...base, warnings: ["the windows of too few are complete: not counted"] };
  const result = { ...base, numerator: row.numerator, missing: row.missing };
  if (isCount(spec)) return { ...result, value: row.numerator };
  return { ...result, denominator: row.denominator, ...valueOf(spec, row) };
}

/** A number of people that is divided by nothing. */
function isCount({ compute }: MeasureSpec): boolean {
  if (compute?.kind === "point_in_time") return compute.state === "kin_count";
  return compute?.kind === "referral_event" && compute.event === "sent";
}

type Valued = Pick<MeasureResult, "value" | "low" | "high" | "interval"> &
  Partial<Pick<MeasureResult, "steps" | "warnings">>;
const noRange = { low: null, high: null, interval: null };

function valueOf(spec: MeasureSpec, row: CountedRow): Valued {
  if (row.median !== undefined) return { value: row.median, ...noRange };
  if (row.times) return overTime(spec, row.times);
  const { numerator, denominator } = row;
  if (denominator === null)
    return { value: null, ...noRange, warnings: ["the file gives no number of this group to divide by"] };
  if (denominator === 0) return { value: null, ...noRange };
  const value = (numerator / denominator) * spec.scale;
  const range = rangeOf(spec, numerator, denominator);
  if (range === null || spec.interval === "none") return { value, ...noRange };
  return { value, low: range.low * spec.scale, high: range.high * spec.scale, interval: spec.interval };
}

function rangeOf(spec: MeasureSpec, numerator: number, denominator: number): Interval | null {
  if (spec.interval === "poisson") {
    const { low, high } = poissonInterval(numerator);
    return { low: low / denominator, high: high / denominator };
  }
  // More than there are (sessions beyond the model's number) is no share.
  return spec.interval === "wilson" && numerator <= denominator
    ? wilsonInterval(numerator, denominator)
    : null;
}

/** Of a wait the median day; of later events the share to whom it has come at the end of the months. */
function overTime(spec: MeasureSpec, times: TimePoint[]): Valued {
  const steps = kaplanMeier(times);
  if (spec.compute?.kind === "referral_wait") {
    const { median, low, high } = medianTime(steps);
    return { value: median, low, high, interval: median === null ? null : "log_log", steps };
  }
  if (times.length === 0) return { value: null, ...noRange, steps };
  const last = steps.at(-1) ?? { survival: 1, low: 1, high: 1 };
  const [value, low, high] = [1 - last.survival, 1 - last.high, 1 - last.low].map(
    (share) => share * spec.scale,
  );
  if (steps.length === 0) return { value: value ?? null, ...noRange, steps };
  return { value: value ?? null, low: low ?? null, high: high ?? null, interval: "log_log", steps };
}

/** How many of each group's rates stand for the whole of a thousand children (the entry rate's scale). */
const RATE = 1000;

/**
 * Every result of a measure, the whole first, then parts, then groups. A disparity has a row a group: its rate as a multiple
 * of the reference's, and the difference of the two rates per 1,000.
 */
export function finishResults(
  spec: MeasureSpec,
  frame: RunFrame,
  rows: readonly CountedRow[],
): MeasureResult[] {
  const order = ({ stratum }: CountedRow): number => (stratum === null ? 0 : 1);
  const ordered = [...rows].sort((a, b) => order(a) - order(b));
  const { compute } = spec;
  if (compute?.kind !== "disparity") return ordered.map((row) => finishResult(spec, frame, row));
  const groups = ordered.filter(({ stratum }) => stratum !== null);
  const found = groups.find(({ stratum }) => stratum?.[compute.by] === compute.reference);
  return groups.map((row) => compareRow(finishResult(spec, frame, row), row, found));
}

function compareRow(
  result: MeasureResult,
  { numerator, denominator }: CountedRow,
  reference: CountedRow | undefined,
): MeasureResult {
  if (result.maturity.state === "unavailable") return result;
  const none = { ...result, value: null, ...noRange, difference: null };
  if (denominator === null || reference?.denominator == null) return none;
  const [one, other] = [
    { numerator, denominator },
    { numerator: reference.numerator, denominator: reference.denominator },
  ];
  const { ratio, interval } = rateRatio(one, other);
  if (ratio === null) return none;
  return {
    ...result,
    value: ratio,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    interval: interval && "log",
    difference: (numerator / denominator - other.numerator / other.denominator) * RATE,
    ...(interval ? {} : { warnings: ["a count is zero: no range can be given"] }),
  };
}
