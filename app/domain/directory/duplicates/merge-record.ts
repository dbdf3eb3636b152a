import { z } from "zod";

const row = z.record(z.string(), z.unknown());

/** What a merge did, row by row, so that it can be taken back exactly. Columns are those of the tables. */
export const mergeRecordSchema = z.object({
  /** Rows that changed their owner from the merged one to the kept one. */
  moved: z.array(z.object({ table: z.string(), ids: z.array(z.string()) })),
  /** Rows of which columns changed, as they were and as the merge left them. */
  changed: z.array(z.object({ table: z.string(), id: z.string(), before: row, after: row })),
});
export type MergeRecord = z.infer<typeof mergeRecordSchema>;

/** Tables that belong to an organization and go with it. Referrals, enrolments and permissions do not: no count may change. */
export const movingTables = [
  "service",
  "location",
  "program",
  "phone",
  "contact",
  "funding",
  "organization_identifier",
  "url",
  "membership",
  "invitation",
  "organization_claim",
] as const;
/** Tables of which single columns may change in a merge. */
export const changingTables = ["organization", "service", "membership"] as const;

/** Columns that every change moves and no undo takes back: a version that came again would let an old form pass. */
const alwaysMoving = ["version", "last_modified"];

type Row = Record<string, unknown>;

/** The columns of a row in which two readings differ. */
export function differingColumns(before: Row, after: Row): { before: Row; after: Row } | null {
  const names = Object.keys(after).filter(
    (name) => !alwaysMoving.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (names.length === 0) return null;
  const only = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  return { before: only(before), after: only(after) };
}

/** Columns of a row that are no longer as the merge left them. */
export function changedSince(after: Row, now: Row): string[] {
  return Object.keys(after).filter(
    (name) => JSON.stringify(after[name]) !== JSON.stringify(now[name] ?? null),
  );
}

const plainFields = {
  organization: {
    name: "name",
    alternateName: "alternate_name",
    description: "description",
    email: "email",
    website: "website",
    taxId: "tax_id",
    legalStatus: "legal_status",
    yearIncorporated: "year_incorporated",
    contractNumber: "contract_number",
  },
  service: {
    name: "name",
    alternateName: "alternate_name",
    description: "description",
    familyText: "family_text",
    url: "url",
    email: "email",
    applicationProcess: "application_process",
    eligibilityDescription: "eligibility_description",
    feesDescription: "fees_description",
    isFree: "is_free",
    childAgeMinMonths: "child_age_min_months",
    childAgeMaxMonths: "child_age_max_months",
    needCodes: "need_codes",
    staffLanguages: "staff_languages",
    interpreterLanguages: "interpreter_languages",
    deliveryModes: "delivery_modes",
    timesOfDay: "times_of_day",
    modelName: "model_name",
    alert: "alert",
  },
} as const;

/** Fields that a person chooses between, by their name in the schema and in the table. */
export const choosableFields: Record<
  "organization" | "service",
  Readonly<Record<string, string>>
> = plainFields;

/** A name, which is told in any case, codes and counts. */
const sayingNothing = [
  ...["name", "yearIncorporated", "isFree", "childAgeMinMonths", "childAgeMaxMonths", "needCodes"],
  ...["staffLanguages", "interpreterLanguages", "deliveryModes", "timesOfDay"],
];

/** Of the chosen fields those that say something in words, or lead to something that does: an address, a tax number. */
export const tellingFields = (fields: readonly string[]): string[] =>
  fields.filter((field) => !sayingNothing.includes(field));
