import type { ComputeOf } from "../compute-schema";
import type { MeasureSpec } from "../measure-spec";
import { describeSpec } from "./describe-spec";

const FEDERAL = "CFSR Round 4 dictionary 08/2022";
const permanent: ComputeOf<"in_care_on_day">["reasons"] = [
  "reunification",
  "living_with_other_relative",
  "guardianship",
  "adoption",
];
/** California does not count living with a relative. */
const californian = permanent.filter((reason) => reason !== "living_with_other_relative");
/** Removals reach the agency's files within about a month (measures.md 6.3). */
const LAG = 30;

const p1: ComputeOf<"entries"> & { outcome: { kind: "permanent_exit" } } = {
  kind: "entries",
  skipShort: true,
  outcome: { kind: "permanent_exit", reasons: permanent, months: 12, trialVisit: "over_30_days" },
};

/** In care on the first day for so long, and a permanent home within a year of it. */
function inCareSpec(
  id: string,
  words: { en: string; es: string },
  from: number,
  to: number | null,
): MeasureSpec {
  const compute = {
    ...{ kind: "in_care_on_day" as const, fromMonths: from, toMonths: to },
    ...{ reasons: permanent, months: 12 },
  };
  return describeSpec(
    FEDERAL,
    { id, unit: "child", direction: "up", ...words },
    {
      ...{ compute, reportingLagDays: LAG },
      variants: [
        {
          id: "CA",
          says: "living with a relative is not permanency",
          compute: { ...compute, reasons: californian },
        },
      ],
    },
  );
}

const back: ComputeOf<"exits"> = {
  kind: "exits",
  reasons: ["reunification", "living_with_other_relative", "guardianship"],
  months: 12,
};

export const permanencySpecs: MeasureSpec[] = [
  describeSpec(
    FEDERAL,
    {
      ...{ id: "CFSR4-P1", unit: "child", direction: "up" },
      en: "Permanency within 12 months of entering care",
      es: "Hogar permanente en 12 meses desde la entrada",
    },
    {
      ...{ compute: p1, reportingLagDays: LAG },
      variants: [
        {
          id: "CA",
          says: "living with a relative is not permanency; trial home visits from 30 days, begun within 11 months",
          compute: {
            ...p1,
            outcome: {
              ...p1.outcome,
              ...{ reasons: californian, trialVisit: "from_30_days_begun_within_11_months" },
            },
          },
        },
      ],
    },
  ),
  inCareSpec(
    "CFSR4-P2",
    {
      en: "Permanency within 12 months, in care 12 to 23 months",
      es: "Hogar permanente en 12 meses, con 12 a 23 meses en cuidado",
    },
    12,
    23,
  ),
  inCareSpec(
    "CFSR4-P3",
    {
      en: "Permanency within 12 months, in care 24 months or more",
      es: "Hogar permanente en 12 meses, con 24 meses o más en cuidado",
    },
    24,
    null,
  ),
  describeSpec(
    FEDERAL,
    {
      ...{ id: "CFSR4-P4", unit: "child", direction: "down" },
      en: "Re-entry to care within 12 months",
      es: "Regreso a cuidado en 12 meses",
    },
    {
      ...{ compute: back, reportingLagDays: LAG },
      variants: [
        {
          id: "CA",
          says: "exits to reunification and guardianship alone",
          compute: { ...back, reasons: ["reunification", "guardianship"] },
        },
      ],
    },
  ),
  describeSpec(
    "Boston Partnership for Child Welfare Reform",
    {
      ...{ id: "BOS-REENTRY", unit: "child", direction: "down" },
      en: "Re-entry within 12 months of returning home",
      es: "Regreso a cuidado en 12 meses después de volver a casa",
    },
    { compute: { ...back, reasons: ["reunification"] }, reportingLagDays: LAG },
  ),
];
