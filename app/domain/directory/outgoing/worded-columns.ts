/**
 * Columns that leave and can hold somebody's words, by table: a source writes words into codes as well. A test holds it against the
 * columns that leave, so that none is forgotten (worded-columns.db.test.ts). How they hold them: `text`; `list`, an array of
 * texts; `json`, texts anywhere in it; `address`, of the web or of mail, which leaves whole or not at all; `number`, or a
 * code, which says something only with a word in it.
 */
export type Wording = "text" | "list" | "json" | "address" | "number";

const as = (wording: Wording, ...columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, wording]));
const text = (...columns: string[]) => as("text", ...columns);
const addresses = (...columns: string[]) => as("address", ...columns);

export const wordings: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  organization: {
    ...text("name", "alternate_name", "description", "tax_status", "legal_status"),
    ...as("number", "tax_id"),
    ...addresses("email", "website", "logo", "uri"),
  },
  program: text("name", "alternate_name", "description"),
  service: {
    ...text("name", "alternate_name", "description", "interpretation_services", "application_process"),
    ...text("fees_description", "fees", "wait_time", "accreditations", "licenses", "alert"),
    ...text("eligibility_description", "mandated_reporter_statement", "model_name", "model_manual_version"),
    ...text("evidence_rating", "evidence_area", "capacity_source"),
    ...as("list", "need_codes", "staff_languages", "interpreter_languages", "delivery_modes", "times_of_day"),
    ...as("list", "protective_factors", "desired_outcomes", "transport_offered"),
    ...as("json", "family_text"),
    ...addresses("url", "email", "evidence_url", "source_assurer_email"),
  },
  location: {
    ...text("name", "alternate_name", "description", "transportation", "location_type"),
    ...text("external_identifier", "external_identifier_type"),
    ...as("list", "tells_while_hidden"),
    ...addresses("url"),
  },
  service_at_location: text("description"),
  address: {
    ...text("attention", "address2", "city", "region", "state_province", "country"),
    ...as("number", "postal_code"),
  },
  accessibility: { ...text("description", "details"), ...addresses("url") },
  unit: { ...text("name", "scheme", "identifier"), ...addresses("uri") },
  service_capacity: text("description", "language"),
  taxonomy: { ...text("name", "description", "version"), ...addresses("uri") },
  taxonomy_term: {
    ...text("name", "description", "taxonomy_word", "language"),
    ...as("number", "code"),
    ...as("list", "need_codes"),
    ...addresses("term_uri"),
  },
  attribute: text("value", "label", "link_type"),
  contact: { ...text("name", "title", "department"), ...addresses("email") },
  cost_option: text("option", "currency", "amount_description"),
  eligibility_rule: { ...text("kind", "note"), ...as("list", "codes") },
  field_change: text("previous", "replacement", "changed_by", "action", "field"),
  funding: text("funding_source", "code"),
  language: text("code", "name", "note"),
  meta_table_description: text("name", "language", "character_set"),
  organization_identifier: text("identifier_scheme", "identifier_type", "identifier"),
  phone: { ...text("description", "type"), ...as("number", "number") },
  required_document: { ...text("document"), ...addresses("uri") },
  schedule: {
    ...text("description", "notes", "wkst", "freq", "byweekno", "bymonthday", "byyearday", "attending_type"),
    ...text("kind", "schedule_group", "time_zone"),
    ...as("list", "byday"),
    ...addresses("schedule_link"),
  },
  service_area: { ...text("name", "description", "extent", "extent_type"), ...addresses("uri") },
  url: { ...text("label"), ...addresses("url") },
};

/** How a column holds words; undefined of one that holds none. */
export const wordingOf = (table: string, column: string): Wording | undefined =>
  Object.hasOwn(wordings, table) ? wordings[table]?.[column] : undefined;
