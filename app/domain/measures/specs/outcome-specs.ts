import type { OutcomeEvent } from "../compute-schema";
import type { MeasureSpec, Words } from "../measure-spec";
import { describeSpec } from "./describe-spec";

const PORTAL = "Portal core definitions";

type Outcome = { code: string; event: OutcomeEvent; lag: number; title: Words; plain: Words };

const outcomes: Outcome[] = [
  {
    code: "RPT",
    event: "report",
    lag: 0,
    title: { en: "Later report to the hotline", es: "Reporte posterior a la línea de protección" },
    plain: {
      en: "Children with a new report, whatever was decided about it",
      es: "Niños con un nuevo reporte, sin importar lo que se decidió",
    },
  },
  {
    code: "INV",
    event: "investigation",
    lag: 0,
    title: { en: "Later investigated report", es: "Reporte posterior investigado" },
    plain: {
      en: "Children with a new report that was screened in",
      es: "Niños con un nuevo reporte aceptado para investigar",
    },
  },
  {
    code: "SUB",
    event: "substantiation",
    lag: 60,
    title: { en: "Later confirmed report", es: "Reporte posterior confirmado" },
    plain: {
      en: "Children with a new report that was confirmed",
      es: "Niños con un nuevo reporte que fue confirmado",
    },
  },
  {
    code: "REM",
    event: "removal",
    lag: 30,
    title: { en: "Later foster care entry", es: "Entrada posterior a cuidado temporal" },
    plain: { en: "Children who entered foster care", es: "Niños que entraron a cuidado temporal" },
  },
];

function laterEvent(outcome: Outcome, months: number): MeasureSpec {
  const { title, plain, event } = outcome;
  return describeSpec(
    PORTAL,
    {
      ...{ id: `OUT-${outcome.code}-${months}`, unit: "child", direction: "down" },
      ...{ en: `${title.en}, ${months} months`, es: `${title.es}, ${months} meses` },
    },
    {
      plain: {
        en: `${plain.en} in the ${months} months after referral`,
        es: `${plain.es} en los ${months} meses después de la referencia`,
      },
      reportingLagDays: outcome.lag,
      compute: {
        ...{ kind: "later_event", event, months },
        excludeInCareAtIndex: event === "removal",
        excludeSameIncident: event === "substantiation",
      },
    },
  );
}

export const outcomeSpecs: MeasureSpec[] = [
  ...outcomes.flatMap((outcome) => [6, 12, 24].map((months) => laterEvent(outcome, months))),
  describeSpec(
    PORTAL,
    {
      ...{ id: "OUT-KM", unit: "child", direction: "down" },
      en: "Share with each later event over time",
      es: "Parte con cada evento posterior a lo largo del tiempo",
    },
    {
      interval: "log_log",
      reportingLagDays: 60,
      compute: { kind: "later_event_times", months: 24 },
    },
  ),
];
