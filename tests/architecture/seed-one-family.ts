import { randomUUID } from "node:crypto";
import type pg from "pg";

export interface OneFamily {
  jurisdictionId: string;
  organizationId: string;
  householdId: string;
  referralId: string;
}

type Row = Record<string, unknown>;

/** One row in each table that holds a person, written past every rule, by the tables' owner. */
export async function seedOneFamily(owner: pg.Pool): Promise<OneFamily> {
  const [
    jurisdiction,
    organization,
    service,
    household,
    person,
    referral,
    consent,
    enrollment,
    child,
    run,
    user,
  ] = Array.from({ length: 11 }, () => randomUUID());
  const at = new Date("2026-01-05T15:00:00Z");
  const insert = async (table: string, row: Row) => {
    const given = table === "jurisdiction" ? row : { jurisdiction_id: jurisdiction, ...row };
    const names = Object.keys(given);
    const marks = names.map((_, index) => `$${index + 1}`).join(", ");
    await owner.query(
      `insert into "${table}" (${names.map((n) => `"${n}"`).join(", ")}) values (${marks})`,
      Object.values(given),
    );
  };
  const id = () => randomUUID();
  const onReferral = { id: id(), referral_id: referral };

  await insert("jurisdiction", { id: jurisdiction, slug: `t-${jurisdiction}`, name: "Testland" });
  await insert("organization", { id: organization, name: "Test Provider" });
  await insert("service", {
    id: service,
    organization_id: organization,
    slug: "test",
    name: "Test Service",
    last_modified: at,
  });
  await insert("household", { id: household, caregiver_name: "Invented", created_at: at });
  await insert("person", { id: person, household_id: household, kind: "child", created_at: at });
  await insert("intake_call", {
    id: id(),
    line: "hotline",
    caller: "family",
    worker_user_id: user,
    started_at: at,
  });
  await insert("consent", {
    id: consent,
    household_id: household,
    recipient_organization_id: organization,
    status: "given",
    method: "verbal",
    text_version: "1",
    language: "en",
    words_shown: "words",
    created_at: at,
  });
  await insert("service_referral", {
    id: referral,
    number: "R-1",
    household_id: household,
    service_id: service,
    receiving_organization_id: organization,
    kind: "consented",
    basis_kind: "consent",
    consent_id: consent,
    created_at: at,
  });
  await insert("referral_event", {
    ...onReferral,
    sequence: 1,
    at,
    event: "referral.sent",
    to_status: "sent",
    actor_kind: "staff",
  });
  await insert("contact_attempt", { ...onReferral, at, way: "call", outcome: "reached", created_at: at });
  await insert("family_feedback", { ...onReferral, helped: "yes", at });
  await insert("family_link", {
    ...onReferral,
    household_id: household,
    token_hash: "hash",
    created_at: at,
    expires_at: at,
  });
  await insert("answer_link", {
    ...onReferral,
    organization_id: organization,
    referral_version: 1,
    outbox_id: id(),
    token_hash: "hash",
    created_at: at,
    expires_at: at,
  });
  await insert("consent_event", { id: id(), consent_id: consent, at, status: "given", actor_kind: "staff" });
  await insert("enrollment", {
    id: enrollment,
    referral_id: referral,
    service_id: service,
    organization_id: organization,
    enrolled_on: at,
    created_at: at,
  });
  await insert("attendance_session", {
    id: id(),
    enrollment_id: enrollment,
    date: at,
    status: "attended",
    created_at: at,
  });
  await insert("agency_child", { id: child, child_id: "C1", row_hash: "h" });
  await insert("maltreatment_report", {
    id: id(),
    report_id: "M1",
    child_id: "C1",
    report_date: at,
    row_hash: "h",
  });
  await insert("removal", { id: id(), removal_id: "R1", child_id: "C1", entry_date: at, row_hash: "h" });
  await insert("placement", { id: id(), removal_id: "R1", start_date: at, row_hash: "h" });
  await insert("sibling_link", { id: id(), child_id: "C1", sibling_child_id: "C2", row_hash: "h" });
  await insert("prevention_service_span", { id: id(), child_id: "C1", row_hash: "h" });
  await insert("agency_contact", { id: id(), child_id: "C1", contact_at: at, row_hash: "h" });
  await insert("agency_case", { id: id(), child_id: "C1", start_date: at, row_hash: "h" });
  await insert("link_event", {
    id: id(),
    person_id: person,
    agency_child_id: child,
    kind: "auto",
    rule: "exact",
    at,
  });
  await insert("person_link", { person_id: person, agency_child_id: child, rule: "exact", at });
  const pair = { person_id: person, agency_child_id: child, person_hash: "h", child_hash: "h" };
  await insert("link_candidate", {
    ...pair,
    ...{ id: id(), zone: "review", rule: "birth_date", state: "open", found_at: at },
  });
  await insert("link_reading", {
    ...pair,
    ...{ id: id(), answer: "same", reason_code: "all_agree", reader_id: user, at, shown: "{}" },
  });
  await insert("link_model", {
    ...{ id: id(), version: 1, method: "test", engine: "test", parameters: "{}", trained_on: "{}" },
    trained_at: at,
  });
  await insert("link_mark", { id: id(), event_id: id(), kind: "measure_run", marked_id: run, at });
  await insert("measure_run", { id: run, parameters: {}, data_through: at, started_at: at });
  await insert("measure_member", {
    id: id(),
    run_id: run,
    measure: "X",
    unit_id: referral,
    in_denominator: true,
    in_numerator: false,
    reason: "open",
  });
  await insert("outbox_message", { id: id(), template: "test", created_at: at });
  await insert("audit_entry", {
    id: id(),
    at,
    actor_kind: "staff",
    event: "referral.sent",
    entity: "ServiceReferral",
  });
  await insert("field_change", {
    id: id(),
    entity: "service",
    entity_id: service,
    at,
    action: "update",
    field: "name",
    changed_by: "provider",
  });
  const adopted = id();
  await insert("adopted_framework", { id: adopted, framework: "phl-ioc", adopted_at: at });
  await insert("framework_version", {
    ...{ id: id(), adopted_id: adopted, version: 1, body: "{}", change: "adopted" },
    ...{ in_force_from: at, made_at: at },
  });
  await insert("jurisdiction_tier", { id: id(), tier: 2, since: at, set_at: at });
  await insert("jurisdiction_version", { id: id(), version: 1, kept: "{}", made_at: at });
  await insert("agency_extract", {
    ...{ id: id(), number: 1, import_run_id: id(), format: "csv", source: "test", taken_at: at },
    ...{ files: "[]", counts: "{}", completeness: "{}", lacks: "[]" },
  });
  await insert("agency_extract_event", {
    ...{ id: id(), import_run_id: id(), kind: "withdrawn", reason: "test", at },
  });
  await insert("board_report", {
    ...{ id: id(), quarter: "2026Q3", revision: 1, figures: "{}", notes: "{}", run_id: id() },
    ...{ data_through: "2026-09-30", frozen_at: at },
  });
  await insert("agency_extract_row", { import_run_id: id(), file: "children", row: "{}" });
  await insert("capacity_event", { id: id(), service_id: service, at, source: "test" });
  return {
    jurisdictionId: jurisdiction ?? "",
    organizationId: organization ?? "",
    householdId: household ?? "",
    referralId: referral ?? "",
  };
}
