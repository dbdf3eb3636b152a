import type { ComputeOf } from "../compute-schema";
import type { MeasureSpec, Words } from "../measure-spec";
import { describeSpec } from "./describe-spec";

const PORTAL = "Portal core definitions";
type Asked = Pick<ComputeOf<"referral_event">, "event" | "days"> &
  Partial<Pick<ComputeOf<"referral_event">, "observedDays" | "families">>;
type Named = { id: string; title: Words; plain?: Words };

const ofReferrals = (
  { id, title, plain = title }: Named,
  asked: Asked,
  direction: MeasureSpec["direction"] = "up",
): MeasureSpec =>
  describeSpec(
    PORTAL,
    { id, unit: "referral", direction, ...title },
    { plain, compute: { kind: "referral_event", observedDays: 0, families: false, ...asked } },
  );

const ofEnrollments = (
  id: string,
  outcome: ComputeOf<"enrollments">["outcome"],
  days: number,
  title: Words,
): MeasureSpec =>
  describeSpec(
    PORTAL,
    { id, unit: "enrolment", direction: "up", ...title },
    { compute: { kind: "enrollments", outcome, days } },
  );

export const referralSpecs: MeasureSpec[] = [
  {
    ...ofReferrals(
      {
        id: "REF-N",
        title: { en: "Referrals sent", es: "Referencias enviadas" },
        plain: {
          en: "Referrals sent, and families they were for",
          es: "Referencias enviadas y familias para las que fueron",
        },
      },
      { event: "sent", days: null, families: true },
      "context",
    ),
    ...{ scale: 1, interval: "none" },
  },
  ofReferrals(
    {
      id: "REF-ENR60",
      title: { en: "Enrolled within 60 days", es: "Inscritas en 60 días" },
      plain: {
        en: "Of everyone referred, those enrolled within 60 days",
        es: "De todas las referidas, las inscritas en 60 días",
      },
    },
    { event: "enrolled", days: 60, families: true },
  ),
  ofReferrals(
    {
      id: "REF-ACCEPT",
      title: { en: "Accepted by provider and family", es: "Aceptadas por el proveedor y la familia" },
      plain: {
        en: "Of referrals sent at least 30 days ago, those that provider and family accepted",
        es: "De las referencias enviadas hace al menos 30 días, las que el proveedor y la familia aceptaron",
      },
    },
    { event: "accepted", days: null, observedDays: 30 },
  ),
  ofReferrals(
    {
      id: "REF-T3",
      title: { en: "First contact attempt within 3 days", es: "Primer intento de contacto en 3 días" },
    },
    { event: "attempted", days: 3 },
  ),
  ofReferrals(
    { id: "REF-C10", title: { en: "Two-way contact within 10 days", es: "Contacto logrado en 10 días" } },
    { event: "contacted", days: 10 },
  ),
  describeSpec(
    PORTAL,
    {
      ...{ id: "REF-WHY", unit: "referral", direction: "context" },
      ...{ en: "Reasons for not enrolling", es: "Motivos de no inscribirse" },
    },
    { compute: { kind: "referral_reasons" } },
  ),
  describeSpec(
    PORTAL,
    {
      ...{ id: "REF-WAIT", unit: "referral", direction: "down" },
      en: "Days from referral to first service (median)",
      es: "Días desde la referencia hasta el primer servicio (mediana)",
    },
    { scale: 1, interval: "log_log", compute: { kind: "referral_wait" } },
  ),
  ofEnrollments("ENG-30", "engaged", 30, {
    en: "Two sessions in the first 30 days",
    es: "Dos sesiones en los primeros 30 días",
  }),
  ofEnrollments("DOSE-90", "dosage", 90, {
    en: "Sessions received of those the model expects in 90 days",
    es: "Sesiones recibidas de las que el modelo espera en 90 días",
  }),
  ofEnrollments("COMPL", "completed", 0, { en: "Finished the program", es: "Terminaron el programa" }),
];
