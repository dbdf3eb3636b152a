import { field, must, own, table, texts, to } from "./hsds-field";

export const organization = table("organization", "organizations", [
  field("name", "text", must),
  ...texts("alternate_name"),
  field("description", "text", must),
  field("email", "email"),
  field("website", "uri"),
  ...texts("tax_status", "tax_id"),
  field("year_incorporated", "integer"),
  ...texts("legal_status", "logo"),
  field("uri", "uri"),
  field("parent_organization_id", "uuid", { refers: "organization" }),
]);

export const program = table("program", "programs", [
  to("organization", must),
  field("name", "text", must),
  ...texts("alternate_name"),
  field("description", "text", must),
]);

export const service = table("service", "services", [
  to("organization", must),
  to("program"),
  field("name", "text", must),
  ...texts("alternate_name", "description"),
  field("url", "uri"),
  field("email", "email"),
  // Written with a space in HSDS ("temporarily closed").
  field("status", "text", must),
  ...texts(
    "interpretation_services",
    "application_process",
    "fees_description",
    "wait_time",
    "fees",
    "accreditations",
  ),
  ...texts("eligibility_description"),
  field("minimum_age", "number"),
  field("maximum_age", "number"),
  // Leaves as the day of our own check where there is one; an import never counts as a check.
  field("assured_date", "date", { column: "source_assured_on" }),
  field("assurer_email", "email", { column: "source_assurer_email" }),
  ...texts("licenses", "alert"),
  field("last_modified", "datetime"),
  ...own("list", "need_codes", "staff_languages", "interpreter_languages", "delivery_modes", "times_of_day"),
  ...own("boolean", "is_free"),
  ...own("integer", "child_age_min_months", "child_age_max_months"),
  ...own(
    "boolean",
    "accepts_screened_out",
    "accepts_court_ordered",
    "accepts_self_referral",
    "accepts_referrals",
  ),
  ...own(
    "boolean",
    "needs_signed_release",
    "dv_safe_intake",
    "separate_intake_for_fathers",
    "no_id_accepted",
  ),
  ...own("text", "model_name", "model_manual_version"),
  ...own("integer", "planned_sessions", "planned_weeks", "planned_minutes"),
  ...own("text", "evidence_rating", "evidence_area"),
  ...own("date", "evidence_reviewed_on", "fidelity_reviewed_on"),
  ...own("uri", "evidence_url"),
  ...own("list", "protective_factors", "desired_outcomes", "transport_offered"),
  ...own("boolean", "childcare_on_site", "confidential"),
  ...own("text", "mandated_reporter_statement", "capacity_status", "capacity_source"),
  ...own("datetime", "capacity_as_of"),
  ...own("integer", "capacity_available", "waitlist_days", "waitlist_length"),
  ...own("json", "family_text"),
]);

export const location = table("location", "locations", [
  field("location_type", "text", must),
  field("url", "uri"),
  to("organization"),
  ...texts("name", "alternate_name", "description", "transportation"),
  field("latitude", "number"),
  field("longitude", "number"),
  ...texts("external_identifier", "external_identifier_type"),
  // A hidden place leaves without address, point and transportation; a partial one with its town alone.
  ...own("text", "visibility"),
  ...own("list", "tells_while_hidden"),
  ...own("boolean", "approximate"),
]);

export const serviceAtLocation = table("service_at_location", "service_at_location", [
  to("service", must),
  to("location", must),
  ...texts("description"),
  ...own("integer", "capacity_available"),
  ...own("datetime", "capacity_as_of"),
]);

export const address = table("address", "addresses", [
  to("location"),
  ...texts("attention"),
  field("address_1", "text", { ...must, column: "address1" }),
  field("address_2", "text", { column: "address2" }),
  field("city", "text", must),
  ...texts("region"),
  field("state_province", "text", must),
  field("postal_code", "text", must),
  field("country", "text", must),
  field("address_type", "text", must),
]);

export const contact = table("contact", "contacts", [
  to("organization"),
  to("service"),
  to("service_at_location"),
  to("location"),
  ...texts("name", "title", "department"),
  field("email", "email"),
]);

export const phone = table("phone", "phones", [
  to("location"),
  to("service"),
  to("organization"),
  to("contact"),
  to("service_at_location"),
  field("number", "text", must),
  // A number in HSDS; what is none is kept in words of our own.
  field("extension", "integer"),
  // Ours is never null: an empty text stands for "not said".
  ...texts("type", "description"),
  ...own("text", "extension_words"),
]);
