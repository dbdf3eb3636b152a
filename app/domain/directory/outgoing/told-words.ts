/**
 * Texts that leave say nothing of a place that is not shown: its street line and a phone that it keeps to itself are left out
 * of them, in its own organization's words its street's name too (`told_words`, migration own_street_names). What the portal keeps is not changed: whoever edits it sees which texts name
 * the place, and the place's day may come to be shown. In another's words a sentence that names who is held (safety_hold) stays whole,
 * and in such a text one that names a street of theirs or a point.
 */
export function toldWords(
  column: string,
  owner = "null",
  known: { marked?: string; kept?: string; /** Names stay, whoever they are alike. */ names?: boolean } = {},
): string {
  const { marked = `has_hidden_mark(${owner})`, kept = "(select kept_names())" } = known;
  const own = owner === "null" ? "" : ` or ${marked}`;
  const told = `case when ${column} ~ '[0-9]'${own} then told_words(${column}, ${owner}) else ${column} end`;
  if (known.names) return told;
  return `case when ${column} ~ ${kept} then without_kept_names(${told}, ${owner}) else ${told} end`;
}

/** By table, the columns of free text that leave. */
export const wordedColumns: Readonly<Record<string, readonly string[]>> = {
  organization: ["name", "alternate_name", "description"],
  program: ["name", "alternate_name", "description"],
  service: [
    "name",
    "alternate_name",
    "description",
    "interpretation_services",
    "application_process",
    "fees_description",
    "fees",
    "wait_time",
    "accreditations",
    "licenses",
    "alert",
    "eligibility_description",
    "mandated_reporter_statement",
  ],
  accessibility: ["description", "details"],
  service_capacity: ["description"],
  taxonomy: ["description"],
  taxonomy_term: ["description"],
  attribute: ["value", "label"],
  contact: ["name", "title", "department"],
  cost_option: ["option", "amount_description"],
  eligibility_rule: ["note"],
  field_change: ["previous", "replacement"],
  funding: ["funding_source"],
  language: ["note"],
  phone: ["description"],
  required_document: ["document"],
  schedule: ["description", "notes"],
  service_area: ["name", "description"],
  url: ["label"],
};

const ofService = "(select o.organization_id from service o where o.id = t.service_id)";
const ofLocation = "(select o.organization_id from location o where o.id = t.location_id)";

/** The organization that a row of a table speaks for: what it shows itself, it may say; what it hides, it must not. */
export const owners: Readonly<Record<string, string>> = {
  organization: "t.id",
  program: "t.organization_id",
  service: "t.organization_id",
  location: "t.organization_id",
  contact: `coalesce(t.organization_id, ${ofService}, ${ofLocation})`,
  phone: `coalesce(t.organization_id, ${ofService}, ${ofLocation})`,
  schedule: `coalesce(${ofService}, ${ofLocation})`,
  language: `coalesce(${ofService}, ${ofLocation})`,
  service_area: ofService,
  service_capacity: ofService,
  cost_option: ofService,
  required_document: ofService,
  eligibility_rule: ofService,
  url: `coalesce(t.organization_id, ${ofService})`,
  funding: `coalesce(t.organization_id, ${ofService})`,
};
