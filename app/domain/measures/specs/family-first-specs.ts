import type { ComputeOf } from "../compute-schema";
import type { MeasureSpec, Words } from "../measure-spec";
import { describeSpec } from "./describe-spec";

const STATUTE = "42 USC 671(e)";

const ofServices = (
  id: string,
  outcome: ComputeOf<"services">["outcome"],
  unit: MeasureSpec["unit"],
  words: Words,
) =>
  describeSpec(
    STATUTE,
    { id, unit, direction: "context", ...words },
    { scale: 1, interval: "none", compute: { kind: "services", outcome } },
  );

const ofPlans = (
  id: string,
  direction: MeasureSpec["direction"],
  compute: Omit<ComputeOf<"prevention_plans">, "kind">,
  words: Words,
) =>
  describeSpec(
    STATUTE,
    { id, unit: "child", direction, ...words },
    { compute: { kind: "prevention_plans", ...compute }, reportingLagDays: 30 },
  );

export const familyFirstSpecs: MeasureSpec[] = [
  ofPlans(
    "FFPSA-NOENTRY",
    "up",
    { outcome: "no_entry", months: 24 },
    {
      en: "Candidates who do not enter care in 24 months",
      es: "Candidatos que no entran a cuidado en 24 meses",
    },
  ),
  ofPlans(
    "FFPSA-STATUS",
    "context",
    { outcome: "in_care", months: 12 },
    {
      en: "Candidates in care at the start and end of 12 months",
      es: "Candidatos en cuidado al inicio y al final de 12 meses",
    },
  ),
  ofServices("FFPSA-DUR", "duration", "service", {
    en: "How long services last, in days (median)",
    es: "Cuánto duran los servicios, en días (mediana)",
  }),
  ofServices("FFPSA-SPEND", "spending", "child", {
    en: "Spending for each child served, in dollars",
    es: "Gasto por cada niño atendido, en dólares",
  }),
  describeSpec(
    STATUTE,
    {
      ...{ id: "FFPSA-EBP", unit: "dollar", direction: "up" },
      en: "Share of spending on rated practices",
      es: "Parte del gasto en prácticas evaluadas",
    },
    { missing: ["practice_ratings"] },
  ),
];
