import type { MeasureSpec, OutcomeEvent, Words } from "../measure-spec";

/** The prevention core of measures.md section 6. A changed rule gets a new version; old runs keep theirs. */
const VERSION = "2026.1";

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
  return {
    id: `OUT-${outcome.code}-${months}`,
    version: VERSION,
    status: "tracked",
    title: { en: `${outcome.title.en}, ${months} months`, es: `${outcome.title.es}, ${months} meses` },
    plain: {
      en: `${outcome.plain.en} in the ${months} months after referral`,
      es: `${outcome.plain.es} en los ${months} meses después de la referencia`,
    },
    unit: "child",
    direction: "down",
    scale: 100,
    provenance: "Portal core definitions",
    reportingLagDays: outcome.lag,
    compute: {
      kind: "later_event",
      event: outcome.event,
      months,
      excludeInCareAtIndex: outcome.event === "removal",
      excludeSameIncident: outcome.event === "substantiation",
    },
    missing: [],
  };
}

const referralBase = {
  version: VERSION,
  status: "tracked",
  unit: "referral",
  scale: 100,
  provenance: "Portal core definitions",
  reportingLagDays: 0,
  missing: [],
} as const;

export const trackedSpecs: MeasureSpec[] = [
  {
    ...referralBase,
    missing: [],
    id: "REF-N",
    title: { en: "Referrals sent", es: "Referencias enviadas" },
    plain: {
      en: "Referrals sent, and families they were for",
      es: "Referencias enviadas y familias para las que fueron",
    },
    direction: "context",
    scale: 1,
    compute: { kind: "referral_event", event: "sent", days: null },
  },
  {
    ...referralBase,
    missing: [],
    id: "REF-ENR60",
    title: { en: "Enrolled within 60 days", es: "Inscritas en 60 días" },
    plain: {
      en: "Of everyone referred, those enrolled within 60 days",
      es: "De todas las referidas, las inscritas en 60 días",
    },
    direction: "up",
    compute: { kind: "referral_event", event: "enrolled", days: 60 },
  },
  ...outcomes.flatMap((outcome) => [6, 12, 24].map((months) => laterEvent(outcome, months))),
];
