import type { ComputeOf } from "../compute-schema";
import type { MeasureSpec, Words } from "../measure-spec";
import { describeSpec } from "./describe-spec";

const FEDERAL = "CFSR Round 4 dictionary 08/2022";
const CALIFORNIA = "C-CFSR / CCWIP";
const BOSTON = "Boston Partnership for Child Welfare Reform";
/** Removals reach the agency's files within about a month (measures.md 6.3). */
const LAG = 30;

/** Where the children in care live on the period's last day. */
function onDay(
  provenance: string,
  id: string,
  direction: MeasureSpec["direction"],
  state: ComputeOf<"point_in_time">["state"],
  words: Words,
): MeasureSpec {
  const isCount = state === "kin_count";
  return describeSpec(
    provenance,
    { id, unit: "child", direction, ...words },
    {
      ...{ compute: { kind: "point_in_time", state }, reportingLagDays: LAG },
      ...(isCount ? { scale: 1, interval: "none" as const } : {}),
    },
  );
}

const atEntry = (id: string, which: "first" | "most_days", words: Words): MeasureSpec =>
  describeSpec(
    CALIFORNIA,
    { id, unit: "child", direction: "up", ...words },
    {
      compute: { kind: "entries", skipShort: true, outcome: { kind: "setting", which } },
      reportingLagDays: LAG,
    },
  );

const byDays = (
  id: string,
  events: ComputeOf<"care_days">["events"],
  scale: number,
  words: Words,
): MeasureSpec =>
  describeSpec(
    FEDERAL,
    { id, unit: "child_day", direction: "down", ...words },
    {
      ...{ scale, interval: "poisson", compute: { kind: "care_days", events } },
      reportingLagDays: events === "victim_report" ? 60 : LAG,
    },
  );

export const careSpecs: MeasureSpec[] = [
  byDays("CFSR4-S1", "victim_report", 100_000, {
    en: "Maltreatment in foster care, per 100,000 days",
    es: "Maltrato en cuidado temporal, por 100,000 días",
  }),
  byDays("CFSR4-P5", "placement_move", 1000, {
    en: "Placement moves per 1,000 days",
    es: "Cambios de hogar por 1,000 días",
  }),
  onDay("Improving Outcomes for Children", "IOC3-CONG", "down", "congregate", {
    en: "Share of children in care who live in a group setting",
    es: "Parte de los niños en cuidado que viven en un lugar grupal",
  }),
  onDay("Improving Outcomes for Children", "KIN-FAM", "up", "kin_of_family", {
    en: "Kin share of family foster care",
    es: "Parte con parientes dentro del cuidado en familia",
  }),
  onDay(BOSTON, "KIN-N", "up", "kin_count", {
    en: "Children placed with kin",
    es: "Niños ubicados con parientes",
  }),
  onDay(BOSTON, "BOS-SIB23", "up", "sibling_groups", {
    en: "Sibling groups of two or three placed together",
    es: "Grupos de dos o tres hermanos ubicados juntos",
  }),
  onDay(CALIFORNIA, "CA-4A-ALL", "up", "siblings_all", {
    en: "Placed with all siblings",
    es: "Ubicados con todos sus hermanos",
  }),
  onDay(CALIFORNIA, "CA-4A-SOME", "up", "siblings_some", {
    en: "Placed with all or some siblings",
    es: "Ubicados con todos o algunos hermanos",
  }),
  atEntry("CA-4B1", "first", {
    en: "Least restrictive first placement",
    es: "Primera ubicación menos restrictiva",
  }),
  atEntry("CA-4B2", "most_days", {
    en: "Least restrictive placement, most days",
    es: "Ubicación menos restrictiva, la mayoría de los días",
  }),
  onDay(CALIFORNIA, "CA-4B3", "up", "setting", {
    en: "Least restrictive placement on a date",
    es: "Ubicación menos restrictiva en una fecha",
  }),
  describeSpec(
    "Thriving Families, Safer Children",
    {
      ...{ id: "SHORT-STAY", unit: "episode", direction: "down" },
      en: "Removals that ended within 8 or 30 days",
      es: "Separaciones que terminaron en 8 o 30 días",
    },
    {
      compute: { kind: "entries", skipShort: false, outcome: { kind: "short_stay" } },
      reportingLagDays: LAG,
    },
  ),
];
