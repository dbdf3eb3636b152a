import type { ComputeOf } from "../compute-schema";
import type { MeasureSpec, Words } from "../measure-spec";
import { describeSpec } from "./describe-spec";

const CALIFORNIA = "C-CFSR / CCWIP";

/** Children to whom it happened, of a thousand in the population. */
const perThousand = (
  id: string,
  event: ComputeOf<"children_with">["event"],
  words: Words,
  provenance = CALIFORNIA,
): MeasureSpec =>
  describeSpec(
    provenance,
    { id, unit: "child", direction: "down", ...words },
    {
      ...{ scale: 1000, compute: { kind: "children_with", event } },
      reportingLagDays: event === "victim" ? 60 : event === "allegation" ? 0 : 30,
    },
  );

export const populationSpecs: MeasureSpec[] = [
  perThousand(
    "FC-ENTRY",
    "entry",
    {
      en: "Foster care entry rate per 1,000 children",
      es: "Tasa de entrada a cuidado temporal por 1,000 niños",
    },
    "CFSR Round 4 dictionary 08/2022",
  ),
  perThousand("CA-PR1", "allegation", {
    en: "Report rate per 1,000 children",
    es: "Tasa de reportes por 1,000 niños",
  }),
  perThousand("CA-PR2", "victim", {
    en: "Confirmed report rate per 1,000 children",
    es: "Tasa de reportes confirmados por 1,000 niños",
  }),
  perThousand("CA-PR3", "entry", {
    en: "Entry rate per 1,000 children",
    es: "Tasa de entrada por 1,000 niños",
  }),
  perThousand("CA-PR4", "in_care", { en: "Children in care per 1,000", es: "Niños en cuidado por 1,000" }),
  describeSpec(
    "Portal core definitions",
    { id: "EQ-DI", unit: "child", direction: "context", en: "Gap between groups", es: "Brecha entre grupos" },
    {
      plain: {
        en: "Each group's foster care entry rate as a multiple of the rate of white children",
        es: "La tasa de entrada a cuidado temporal de cada grupo como múltiplo de la de los niños blancos",
      },
      ...{ scale: 1, interval: "log", reportingLagDays: 30 },
      compute: { kind: "disparity", event: "entry", by: "race", reference: "white" },
    },
  ),
];
