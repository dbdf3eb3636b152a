import { dateOf } from "../../kernel/calendar";

export type ColumnKind = "text" | "number" | "yes_no" | "list" | "date";
export interface ListingColumn {
  /** HSDS field name, or ours where HSDS has none. */
  field: string;
  kind: ColumnKind;
  /** A plain field, whose former value can be put back by itself. */
  plain: boolean;
}

const plain = (kind: ColumnKind, field: string): ListingColumn => ({ field, kind, plain: true });
const tied = (kind: ColumnKind, field: string): ListingColumn => ({ field, kind, plain: false });

/** Every column of a listing whose change its history tells, by Prisma name. Openings have their own history too. */
export const listingColumns = {
  name: plain("text", "name"),
  alternateName: plain("text", "alternate_name"),
  description: plain("text", "description"),
  url: plain("text", "url"),
  email: plain("text", "email"),
  interpretationServices: plain("text", "interpretation_services"),
  applicationProcess: plain("text", "application_process"),
  feesDescription: plain("text", "fees_description"),
  fees: plain("text", "fees"),
  waitTime: plain("text", "wait_time"),
  accreditations: plain("text", "accreditations"),
  licenses: plain("text", "licenses"),
  alert: plain("text", "alert"),
  eligibilityDescription: plain("text", "eligibility_description"),
  minimumAge: plain("number", "minimum_age"),
  maximumAge: plain("number", "maximum_age"),
  childAgeMinMonths: plain("number", "child_age_min_months"),
  childAgeMaxMonths: plain("number", "child_age_max_months"),
  isFree: plain("yes_no", "is_free"),
  acceptsScreenedOut: plain("yes_no", "accepts_screened_out"),
  acceptsCourtOrdered: plain("yes_no", "accepts_court_ordered"),
  acceptsSelfReferral: plain("yes_no", "accepts_self_referral"),
  needsSignedRelease: plain("yes_no", "needs_signed_release"),
  childcareOnSite: plain("yes_no", "childcare_on_site"),
  needCodes: plain("list", "need_codes"),
  staffLanguages: plain("list", "staff_languages"),
  interpreterLanguages: plain("list", "interpreter_languages"),
  deliveryModes: plain("list", "delivery_modes"),
  timesOfDay: plain("list", "times_of_day"),
  transportOffered: plain("list", "transport_offered"),
  protectiveFactors: plain("list", "protective_factors"),
  modelName: plain("text", "model_name"),
  modelManualVersion: plain("text", "model_manual_version"),
  plannedSessions: plain("number", "planned_sessions"),
  plannedWeeks: plain("number", "planned_weeks"),
  plannedMinutes: plain("number", "planned_minutes"),
  evidenceRating: tied("text", "evidence_rating"),
  evidenceArea: tied("text", "evidence_area"),
  evidenceReviewedOn: tied("date", "evidence_reviewed_on"),
  evidenceUrl: tied("text", "evidence_url"),
  fidelityReviewedOn: tied("date", "fidelity_reviewed_on"),
  desiredOutcomes: plain("list", "desired_outcomes"),
  dvSafeIntake: plain("yes_no", "dv_safe_intake"),
  separateIntakeForFathers: plain("yes_no", "separate_intake_for_fathers"),
  noIdAccepted: plain("yes_no", "no_id_accepted"),
  mandatedReporterStatement: plain("text", "mandated_reporter_statement"),
  status: tied("text", "status"),
  listingState: tied("text", "listing_state"),
  acceptsReferrals: tied("yes_no", "accepts_referrals"),
  confidential: tied("yes_no", "confidential"),
  capacityStatus: tied("text", "capacity_status"),
  capacityAvailable: tied("number", "capacity_available"),
  waitlistDays: tied("number", "waitlist_days"),
  waitlistLength: tied("number", "waitlist_length"),
  programId: tied("text", "program_id"),
  organizationId: tied("text", "organization_id"),
  mergedIntoId: tied("text", "merged_into_id"),
  assuredAt: tied("date", "assured_date"),
} as const satisfies Record<string, ListingColumn>;
export type ListingColumnName = keyof typeof listingColumns;

type Stored = string | number | boolean | Date | string[] | null | undefined;

/** A column's value as the history keeps it; null when there is none. */
export function columnToText(value: Stored): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (value instanceof Date) return dateOf(value);
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : null;
  return String(value);
}

/** A kept value as its column holds it: the way back of columnToText. */
export function textToColumn(
  kind: ColumnKind,
  text: string | null,
): string | number | boolean | string[] | null {
  if (kind === "list") return text ? text.split(", ") : [];
  if (text === null) return null;
  if (kind === "number") return Number(text);
  return kind === "yes_no" ? text === "true" : text;
}
