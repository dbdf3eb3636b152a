/**
 * How a column that can hold words or documents about a person is kept.
 * rows: row-level security decides who reads it. code: a value of a fixed list, an id or a field name.
 * hash: cannot be read back. sealed: encrypted or signed by better-auth. staff: of people who work here, not of families.
 * own: read through the account's own session only. empty: never filled, nulled when written.
 */
export type Protection = "rows" | "code" | "hash" | "sealed" | "staff" | "own" | "empty";

const codes = (...names: string[]) => Object.fromEntries(names.map((name) => [name, "code" as const]));
const rows = (...names: string[]) => Object.fromEntries(names.map((name) => [name, "rows" as const]));

/** Tables that hold a person of a family, or words about one. All of them are under row-level security. */
export const familyTables: Record<string, Record<string, Protection>> = {
  household: {
    ...rows("caregiver_name", "phone", "phone_key", "email", "postal_code", "best_times"),
    ...codes("language", "contact_way"),
  },
  person: { ...rows("first_name", "last_name", "sex"), ...codes("kind") },
  intake_call: { ...rows("search_line", "criteria", "draft", "intake_key"), ...codes("screening_decision") },
  family_link: { token_hash: "hash" },
  answer_link: { token_hash: "hash", answer: "code" },
  service_referral: {
    ...rows("reason_text", "what_would_help", "snapshot", "question", "answer"),
    ...codes(
      "number",
      "reason_code",
      "reason_party",
      "next_act_owner",
      "next_act",
      "sending_team",
      "basis_kind",
      "basis_citation",
    ),
    ...codes("need_codes", "goal_framework_version"),
  },
  referral_event: {
    ...codes("event", "actor_kind", "actor_id", "actor_role", "reason_code", "reason_party"),
    actor_name: "staff",
  },
  contact_attempt: codes("way", "outcome"),
  consent: codes("method", "data_classes", "text_version", "language", "words_shown"),
  consent_event: codes("actor_kind", "actor_id"),
  enrollment: codes("end_reason", "end_party"),
  attendance_session: codes("type", "mode", "who"),
  family_feedback: codes("helped"),
  agency_child: {
    ...rows(
      "first_name",
      "middle_name",
      "last_name",
      "suffix",
      "aliases",
      "sex",
      "race_codes",
      "tribe",
      "zip_or_tract",
    ),
    ...codes("child_id", "family_id"),
    row_hash: "hash",
  },
  maltreatment_report: {
    ...rows("screen_decision", "response_type", "disposition", "maltreatment_types", "perp_relation"),
    ...codes("report_id", "child_id"),
    row_hash: "hash",
  },
  removal: { ...rows("exit_reason", "county"), ...codes("removal_id", "child_id"), row_hash: "hash" },
  link_event: { ...rows("evidence"), ...codes("kind", "rule", "actor_id") },
  person_link: codes("rule"),
  measure_member: codes("measure", "unit_id", "reason"),
  outbox_message: {
    ...codes("template", "locale", "params", "provider_message_id", "last_error"),
    ...rows("to_email", "subject", "html", "text"),
  },
  audit_entry: codes(
    "actor_kind",
    "actor_id",
    "actor_role",
    "event",
    "entity",
    "entity_id",
    "fields",
    "reason",
    "request_id",
  ),
};

/** Tables of people who work here, read before anything is known about who asks. */
export const staffTables: Record<string, Record<string, Protection>> = {
  user: { name: "staff", email: "staff", image: "empty", locale: "code" },
  session: { token: "sealed", ip_address: "own", user_agent: "own", auth_method: "code" },
  account: {
    ...codes("account_id", "provider_id", "scope"),
    access_token: "empty",
    refresh_token: "empty",
    id_token: "empty",
    password: "hash",
  },
  verification: { identifier: "hash", value: "sealed" },
  two_factor: { secret: "sealed", backup_codes: "sealed" },
  totp_used: { code_hash: "hash" },
  // The public half of a key, and what the person calls it.
  passkey: {
    ...codes("public_key", "credential_id", "device_type", "transports", "aaguid"),
    name: "own",
  },
  sign_in_failure: { email_hash: "hash" },
  invitation: { email: "staff", role: "code", name: "staff", token_hash: "hash" },
  membership: { role: "code", team_name: "staff" },
  organization_claim: {
    ...codes("status", "agreement_reference", "language"),
    second_title: "staff",
    name: "staff",
    title: "staff",
    email: "staff",
    phone: "staff",
    second_name: "staff",
    second_email: "staff",
    words: "staff",
    decision_reason: "staff",
  },
  suggestion: {
    ...codes("kind", "status", "proposed", "language"),
    same_as: "hash",
    words: "staff",
    contact_email: "staff",
    decision_reason: "staff",
  },
  listing_check: { token_hash: "hash", ...codes("kind", "outcome") },
  mail_suppression: { email_hash: "hash", reason: "code" },
  idempotency_key: { key: "code", actor_id: "code", result: "code" },
};

/** No person in them: what is published, settings, counts. A new table must be put on one of the three lists. */
export const tablesWithoutPeople = [
  "accessibility",
  "address",
  "area",
  "attribute",
  "capacity_event",
  "change_look",
  "code_list_entry",
  "contact",
  "cost_option",
  "duplicate_pair",
  "safety_hold",
  "hidden_mark",
  "eligibility_rule",
  "field_change",
  "funding",
  "goal_target",
  "import_conflict",
  "import_run",
  "information_given",
  "jurisdiction",
  "jurisdiction_version",
  "language",
  "link_run",
  "listing_card",
  "listing_concern",
  "listing_reach",
  "listing_search",
  "listing_words",
  "location",
  "measure_result",
  "measure_run",
  "merge",
  "meta_table_description",
  "organization",
  "organization_identifier",
  "phone",
  "program",
  "required_document",
  "schedule",
  "service",
  "service_area",
  "service_at_location",
  "service_capacity",
  "taxonomy",
  "taxonomy_term",
  "unit",
  "unmet_need",
  "url",
];
