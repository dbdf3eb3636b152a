import type { ComputeOf } from "../compute-schema";
import type { MeasureSpec } from "../measure-spec";
import { describeSpec } from "./describe-spec";

const FEDERAL = "CFSR Round 4 dictionary 08/2022";
const CALIFORNIA = "C-CFSR / CCWIP";
/** A decision on a report reaches the agency's files within about two months (measures.md 6.3). */
const LAG = 60;

type First = ComputeOf<"first_event">;
const again: First = {
  kind: "first_event",
  ...{ index: "victim", firstEver: false, cohortMonths: null, anchor: "initial" },
  window: { from: 15, n: 365, unit: "day" },
  ...{ skipSameIncident: true, skipFatal: true, notRemoved: false },
};
const s2Variants = [
  {
    id: "CA",
    says: "substantiated reports alone",
    compute: { ...again, index: "substantiated" as const },
  },
  {
    id: "R3",
    says: "14 days are counted from the report before, not from the initial one",
    compute: { ...again, anchor: "previous" as const },
  },
];
const old: First = { ...again, skipSameIncident: false, skipFatal: false };
const ca1b: First = { ...old, window: { from: 15, n: 12, unit: "month" } };

const recurrence = (
  id: string,
  words: { en: string; es: string },
  compute: First,
  variants: MeasureSpec["variants"] = [],
  provenance = CALIFORNIA,
): MeasureSpec =>
  describeSpec(
    provenance,
    { id, unit: "child", direction: "down", ...words },
    { compute, variants, reportingLagDays: LAG },
  );

const response = (id: string, words: { en: string; es: string }, completedOnly: boolean): MeasureSpec =>
  describeSpec(
    CALIFORNIA,
    { id, unit: "referral", direction: "up", ...words },
    { compute: { kind: "responses", completedOnly } },
  );

const visits = (
  id: string,
  words: { en: string; es: string },
  place: ComputeOf<"person_months">["place"],
): MeasureSpec =>
  describeSpec(
    CALIFORNIA,
    { id, unit: "child_month", direction: "up", ...words },
    { compute: { kind: "person_months", place }, reportingLagDays: 30 },
  );

export const reportSpecs: MeasureSpec[] = [
  recurrence(
    "CFSR4-S2",
    { en: "Recurrence of maltreatment within 12 months", es: "Maltrato repetido en 12 meses" },
    again,
    s2Variants,
    FEDERAL,
  ),
  recurrence(
    "CA-1A",
    { en: "Recurrence within 6 months (historic)", es: "Maltrato repetido en 6 meses (histórico)" },
    { ...old, cohortMonths: 6, window: { from: 1, n: 6, unit: "month" } },
  ),
  recurrence(
    "CA-1B",
    { en: "Recurrence within 12 months (historic)", es: "Maltrato repetido en 12 meses (histórico)" },
    ca1b,
    [
      {
        id: "FIRST",
        says: "after the child's first confirmed report ever",
        compute: { ...ca1b, firstEver: true },
      },
    ],
  ),
  recurrence(
    "CA-2A",
    {
      en: "Recurrence where children were not removed",
      es: "Maltrato repetido cuando los niños no fueron separados",
    },
    { ...old, index: "inconclusive", window: { from: 1, n: 12, unit: "month" }, notRemoved: true },
  ),
  response("CA-2B", { en: "Timely response to reports", es: "Respuesta a tiempo a los reportes" }, false),
  response(
    "CA-2D",
    { en: "Timely response, completed contacts", es: "Respuesta a tiempo, contactos logrados" },
    true,
  ),
  visits("CA-2F", { en: "Monthly visits, out of home", es: "Visitas mensuales, fuera del hogar" }, "care"),
  visits("CA-2S", { en: "Monthly visits, in home", es: "Visitas mensuales, en el hogar" }, "home"),
];
