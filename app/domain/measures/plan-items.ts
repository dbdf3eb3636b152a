import type { IsoDate } from "../kernel/calendar";
import type { Compute } from "./compute-schema";
import {
  blocksAfter,
  blocksUntil,
  lastMatureMonth,
  lastMonthPassed,
  LONGEST_LAG,
  yearEnding,
  type Period,
} from "./measure-frames";
import { measureSpecs } from "./measure-registry";
import type { MeasureSpec } from "./measure-spec";

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

const isOfPortal = ({ kind }: Compute): boolean =>
  kind === "referral_event" ||
  kind === "referral_reasons" ||
  kind === "referral_wait" ||
  kind === "enrollments";

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

/** Months that must pass after the last day of a period before the measure is known. */
function monthsAfter(compute: Compute): number {
  switch (compute.kind) {
    case "later_event":
    case "exits":
    case "prevention_plans":
    case "later_event_times":
      return compute.months;
    case "entries":
      return compute.outcome.kind === "permanent_exit" ? compute.outcome.months : 1;
    // The window begins on the first day of the period.
    case "in_care_on_day":
      return 0;
    // 365 days and a fortnight are inside thirteen months.
    case "first_event":
      return 13;
    default:
      return 0;
  }
}

/** The last month whose windows are closed; of what needs none, the last that is whole with its lag. */
function lastKnownMonth(records: IsoDate, compute: Compute): IsoDate {
  const months = monthsAfter(compute);
  return months === 0 ? lastMonthPassed(records, LONGEST_LAG) : lastMatureMonth(records, months);
}

/** A state on a day is asked on the last day of the period. */
const onItsDay = ({ kind }: Compute, [from, to]: Period): Period => [
  kind === "point_in_time" ? to : from,
  to,
];

/** Outcomes rest on the agency's last day; what the portal itself saw is known up to today. */
function planSpec(
  spec: MeasureSpec,
  records: IsoDate | null,
  today: IsoDate,
  years: Period[],
): PlannedItem[] {
  const { compute } = spec;
  if (!compute) return [];
  if (isOfPortal(compute)) return planReferrals(spec, compute, years, today);
  if (records === null) return [];
  const item = { measure: spec.id, compute, lagDays: spec.reportingLagDays, dataThrough: records };
  const isLater = compute.kind === "later_event";
  const end = lastKnownMonth(records, compute);
  const headline: PlannedItem = {
    ...item,
    period: onItsDay(compute, yearEnding(end)),
    by: [],
    members: isLater,
  };
  if (isLater && compute.months !== 12) return [headline];
  const blocks = [...blocksUntil(end), ...(isLater ? blocksAfter(end, records) : [])];
  return [
    headline,
    ...blocks
      .map((period) => onItsDay(compute, period))
      .filter((period) => period.join() !== headline.period.join())
      .map((period): PlannedItem => ({ ...item, period, by: [], members: false })),
  ];
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
