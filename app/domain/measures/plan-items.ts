import type { IsoDate } from "../kernel/calendar";
import {
  blocksAfter,
  blocksUntil,
  lastMatureMonth,
  lastMonthPassed,
  yearEnding,
  type Period,
} from "./measure-frames";
import { measureSpecs } from "./measure-registry";
import type { Compute, MeasureSpec } from "./measure-spec";

/** A measure over a period, for the engine (app/analysis/count-job.ts, by structure). */
export type PlannedItem = {
  measure: string;
  compute: Compute | { kind: "referral_flow" };
  period: Period;
  lagDays: number;
  dataThrough: IsoDate;
  by: ("language" | "area")[];
  members: boolean;
};

/** The families' way from referral to the end of the program: not a measure of the register, but of every run. */
export const FLOW = "REF-FLOW";

/** Outcomes rest on the agency's last day; what the portal itself saw is known up to today. */
function planSpec(spec: MeasureSpec, records: IsoDate | null, today: IsoDate): PlannedItem[] {
  const { compute } = spec;
  if (!compute) return [];
  const through = compute.kind === "later_event" ? records : today;
  if (through === null) return [];
  const item = { measure: spec.id, compute, lagDays: spec.reportingLagDays, dataThrough: through };
  const end =
    compute.kind === "later_event"
      ? lastMatureMonth(through, compute.months)
      : lastMonthPassed(today, compute.days ?? 0);
  const headline: PlannedItem = {
    ...item,
    period: yearEnding(end),
    by: compute.kind === "referral_event" && compute.days !== null ? ["language", "area"] : [],
    members: true,
  };
  const hasTrend = compute.kind === "later_event" ? compute.months === 12 : compute.days !== null;
  if (!hasTrend) return [headline];
  const blocks = [...blocksUntil(end), ...blocksAfter(end, through)];
  return [headline, ...blocks.map((period): PlannedItem => ({ ...item, period, by: [], members: false }))];
}

/** Everything one run computes: each tracked measure for its last whole year, its six-month trend, and the flow. */
export function planItems(records: IsoDate | null, today: IsoDate): PlannedItem[] {
  const flow: PlannedItem = {
    measure: FLOW,
    compute: { kind: "referral_flow" },
    period: yearEnding(lastMonthPassed(today, 0)),
    lagDays: 0,
    dataThrough: today,
    by: [],
    members: false,
  };
  return [...measureSpecs.flatMap((spec) => planSpec(spec, records, today)), flow];
}
