import { field, must, own, table, texts, to, type HsdsTable } from "./hsds-field";

export const schedule = table("schedule", "schedules", [
  to("service"),
  to("location"),
  to("service_at_location"),
  field("valid_from", "date"),
  field("valid_to", "date"),
  field("dtstart", "date"),
  field("timezone", "number", { column: "utc_offset" }),
  field("until", "date"),
  field("count", "integer"),
  ...texts("wkst", "freq"),
  field("interval", "integer"),
  field("byday", "list"),
  ...texts("byweekno", "bymonthday", "byyearday", "description"),
  field("opens_at", "time"),
  field("closes_at", "time"),
  field("schedule_link", "uri"),
  ...texts("attending_type", "notes"),
  ...own("text", "kind", "schedule_group", "time_zone"),
  ...own("boolean", "closed"),
]);

export const serviceArea = table("service_area", "service_areas", [
  to("service"),
  to("service_at_location"),
  // For zip, county and tract areas `extent` leaves as the codes, joined by commas.
  ...texts("name", "description", "extent", "extent_type", "uri"),
]);

export const unit = table("unit", "units", [
  field("name", "text", must),
  ...texts("scheme", "identifier"),
  field("uri", "uri"),
]);

export const serviceCapacity = table("service_capacity", "service_capacity", [
  to("service", must),
  to("unit", must),
  field("available", "number", must),
  field("maximum", "number"),
  ...texts("description"),
  field("updated", "datetime", must),
  ...own("integer", "age_min_months", "age_max_months"),
  ...own("text", "language"),
]);

export const costOption = table("cost_option", "cost_options", [
  to("service", must),
  field("valid_from", "date"),
  field("valid_to", "date"),
  ...texts("option", "currency"),
  field("amount", "number"),
  ...texts("amount_description"),
]);

export const requiredDocument = table("required_document", "required_documents", [
  to("service"),
  ...texts("document"),
  field("uri", "uri"),
]);

export const language = table("language", "languages", [
  to("service"),
  to("location"),
  to("phone"),
  ...texts("name", "code", "note"),
]);

export const accessibility = table("accessibility", "accessibility", [
  to("location"),
  ...texts("description", "details"),
  field("url", "uri"),
]);

export const funding = table("funding", "funding", [
  to("organization"),
  to("service"),
  field("source", "text", { column: "funding_source" }),
  ...own("text", "code"),
]);

export const organizationIdentifier = table("organization_identifier", "organization_identifiers", [
  to("organization", must),
  ...texts("identifier_scheme"),
  field("identifier_type", "text", must),
  field("identifier", "text", must),
]);

export const url = table("url", "url", [
  ...texts("label"),
  field("url", "uri", must),
  to("organization"),
  to("service"),
]);

export const taxonomy = table("taxonomy", "taxonomies", [
  field("name", "text", must),
  field("description", "text", must),
  field("uri", "uri"),
  ...texts("version"),
]);

export const taxonomyTerm = table("taxonomy_term", "taxonomy_terms", [
  ...texts("code"),
  field("name", "text", must),
  field("description", "text", must),
  field("parent_id", "uuid", { refers: "taxonomy_term" }),
  field("taxonomy", "text", { column: "taxonomy_word" }),
  ...texts("language"),
  to("taxonomy"),
  field("term_uri", "uri"),
  ...own("list", "need_codes"),
  ...own("datetime", "deprecated_at"),
]);

export const attribute = table("attribute", "attributes", [
  field("link_id", "uuid", must),
  to("taxonomy_term", must),
  ...texts("link_type"),
  field("link_entity", "text", must),
  ...texts("value", "label"),
]);

export const metaTableDescription = table("meta_table_description", "meta_table_descriptions", [
  ...texts("name", "language", "character_set"),
]);

/** Append-only in our table: an import adds rows and changes none. */
export const metadata = table(
  "metadata",
  "metadata",
  [
    field("resource_id", "uuid", { ...must, column: "entity_id" }),
    field("resource_type", "text", { ...must, column: "entity" }),
    field("last_action_date", "date", { ...must, column: "at" }),
    field("last_action_type", "text", { ...must, column: "action" }),
    field("field_name", "text", { ...must, column: "field" }),
    field("previous_value", "text", { ...must, column: "previous" }),
    field("replacement_value", "text", { ...must, column: "replacement" }),
    field("updated_by", "text", { ...must, column: "changed_by" }),
  ],
  "field_change",
);

export const eligibilityRule: HsdsTable = {
  ...table("eligibility_rule", "eligibility_rules", [
    to("service", must),
    field("kind", "text", must),
    field("codes", "list"),
    field("minimum", "number"),
    field("maximum", "number"),
    ...texts("note"),
  ]),
  own: true,
};
