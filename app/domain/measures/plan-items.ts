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

/** The days after which a family referred has its whole time to enroll behind it. */
const ENROLLMENT_DAYS = 60;

/**
 * The years that a page may speak of, so that everything on it is about the same families: the last one whose twelve months
 * after referral are known, and the last one whose families had their time to enroll.
 */
function planYears(records: IsoDate | null, today: IsoDate): Period[] {
  const recent = yearEnding(lastMonthPassed(today, ENROLLMENT_DAYS));
  return records === null ? [recent] : [yearEnding(lastMatureMonth(records, 12)), recent];
}

/** What the portal itself saw, for each of the years, and in half years up to the last of them. */
function planReferrals(spec: MeasureSpec, compute: Compute, years: Period[], today: IsoDate): PlannedItem[] {
  const item = { measure: spec.id, compute, lagDays: spec.reportingLagDays, dataThrough: today };
  const isShare = compute.kind === "referral_event" && compute.days !== null;
  const end = years.at(-1)?.[1] ?? today;
  const blocks = isShare ? [...blocksUntil(end), ...blocksAfter(end, today)] : [];
  return [
    ...years.map(
      (period, i): PlannedItem => ({
        ...item,
        period,
        by: isShare ? ["language", "area"] : [],
        members: i === years.length - 1,
      }),
    ),
    ...blocks.map((period): PlannedItem => ({ ...item, period, by: [], members: false })),
  ];
}

/** Outcomes rest on the agency's last day; what the portal itself saw is known up to today. */
function planSpec(
  spec: MeasureSpec,
  records: IsoDate | null,
  today: IsoDate,
  years: Period[],
): PlannedItem[] {
  const { compute } = spec;
  if (!compute) return [];
  if (compute.kind === "referral_event") return planReferrals(spec, compute, years, today);
  if (records === null) return [];
  const item = { measure: spec.id, compute, lagDays: spec.reportingLagDays, dataThrough: records };
  const end = lastMatureMonth(records, compute.months);
  const headline: PlannedItem = { ...item, period: yearEnding(end), by: [], members: true };
  if (compute.months !== 12) return [headline];
  const blocks = [...blocksUntil(end), ...blocksAfter(end, records)];
  return [headline, ...blocks.map((period): PlannedItem => ({ ...item, period, by: [], members: false }))];
}

/** Everything one run computes: each tracked measure for its last whole years, its six-month trend, and the flow. */
export function planItems(records: IsoDate | null, today: IsoDate): PlannedItem[] {
  const years = planYears(records, today);
  const flows = years.map(
    (period): PlannedItem => ({
      ...{ measure: FLOW, compute: { kind: "referral_flow" }, period },
      ...{ lagDays: 0, dataThrough: today, by: [], members: false },
    }),
  );
  return [...measureSpecs.flatMap((spec) => planSpec(spec, records, today, years)), ...flows];
}
