import type pg from "pg";
import { type Adder, insertRow, type Values } from "./directory-rows";

/** The rows below a listing: what HSDS hangs on services, places, phones and organizations. */
export async function addDetails(
  owner: pg.Pool,
  add: Adder,
  ids: {
    jurisdictionId: string;
    organizationId: string;
    serviceId: string;
    locationId: string;
    placeId: string;
    phoneId: string;
  },
): Promise<{ termId: string; taxonomyId: string }> {
  const { jurisdictionId, organizationId, serviceId, locationId, placeId, phoneId } = ids;
  await add("schedule", {
    service_id: serviceId,
    valid_from: "2026-01-01",
    valid_to: "2026-12-31",
    dtstart: "2026-01-05",
    utc_offset: -5,
    until: "2026-12-31",
    count: 10,
    wkst: "MO",
    freq: "WEEKLY",
    interval: 1,
    byday: ["MO", "WE"],
    byweekno: "1",
    bymonthday: "1",
    byyearday: "1",
    description: "Evenings",
    opens_at: "17:30",
    closes_at: "19:30",
    schedule_link: "https://agency.example/hours",
    attending_type: "in person",
    notes: "Snow",
    kind: "regular",
    schedule_group: "g1",
    time_zone: "America/New_York",
  });
  await add("schedule", { location_id: locationId, byday: ["SA"], freq: "DAILY", opens_at: "9am" });
  await add("schedule", { service_at_location_id: placeId, byday: ["SU"], kind: "exception", closed: true });
  await add("service_area", {
    service_id: serviceId,
    name: "Near",
    extent_type: "zip",
    codes: ["21215", "21216"],
  });
  await add("service_area", {
    service_at_location_id: placeId,
    name: "Shape",
    description: "A triangle",
    extent_type: "geojson",
    extent: '{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,1],[0,0]]]}',
    uri: "https://agency.example/area",
  });
  const unitId = await add("unit", {
    name: "bed",
    scheme: "own",
    identifier: "bed",
    uri: "https://agency.example/bed",
  });
  await add("service_capacity", {
    service_id: serviceId,
    unit_id: unitId,
    available: 2,
    maximum: 5.5,
    description: "Beds",
    updated: "2026-02-03T04:05:06.7Z",
    age_min_months: 0,
    age_max_months: 36,
    language: "es",
  });
  await add("cost_option", {
    service_id: serviceId,
    valid_from: "2026-01-01",
    valid_to: "2026-06-30",
    option: "Sliding",
    currency: "USD",
    amount: 12.5,
    amount_description: "a visit",
  });
  await add("required_document", { service_id: serviceId, document: "ID", uri: "https://agency.example/id" });
  await add("required_document", { service_id: serviceId, document: "Letter", uri: "no scheme here" });
  await add("language", { service_id: serviceId, name: "Spanish", code: "es", note: "Mornings" });
  await add("language", { location_id: locationId, name: "English", code: "en" });
  await add("language", { phone_id: phoneId, code: "fr" });
  await add("accessibility", {
    location_id: locationId,
    description: "Ramp",
    details: "North",
    url: "https://agency.example/ramp",
  });
  await add("funding", {
    organization_id: organizationId,
    service_id: serviceId,
    funding_source: "County",
    code: "local",
  });
  await add("organization_identifier", {
    organization_id: organizationId,
    identifier_scheme: "US-EIN",
    identifier_type: "EIN",
    identifier: "00-0000000",
  });
  await add("url", {
    organization_id: organizationId,
    service_id: serviceId,
    label: "More",
    url: "https://agency.example/more",
  });
  const wrongUrl = await add("url", { service_id: serviceId, label: "Broken", url: "agency.example" });
  const taxonomyId = await add("taxonomy", {
    name: "Invented taxonomy",
    description: "",
    uri: "https://tax.example/",
    version: "1",
  });
  const term = (values: Values) =>
    insertRow(owner, "taxonomy_term", {
      taxonomy_id: taxonomyId,
      jurisdiction_id: jurisdictionId,
      ...values,
    });
  const top = await term({ name: "Top", description: "Top of all", code: "1" });
  const termId = await term({
    name: "Below",
    description: "",
    code: "1.1",
    parent_id: top,
    term_uri: "https://tax.example/1.1",
    language: "en",
    taxonomy_word: "Invented",
    need_codes: ["food"],
  });
  await add("attribute", {
    link_entity: "service",
    link_id: serviceId,
    taxonomy_term_id: termId,
    link_type: "need",
    label: "A label",
  });
  await add("attribute", { link_entity: "organization", link_id: organizationId, value: "Only a value" });
  await add("attribute", { link_entity: "phone", link_id: phoneId, taxonomy_term_id: termId });
  await add("attribute", { link_entity: "url", link_id: wrongUrl, taxonomy_term_id: termId });
  await add("eligibility_rule", {
    service_id: serviceId,
    kind: "income",
    codes: ["fpl"],
    maximum: 185,
    note: "About",
  });
  await add("meta_table_description", { name: "services", language: "en", character_set: "UTF-8" });
  const changed = {
    at: "2026-02-02T10:11:12Z",
    action: "update",
    changed_by: "provider",
    actor_id: "a person",
  };
  await add("field_change", {
    ...changed,
    entity: "service",
    entity_id: serviceId,
    field: "name",
    previous: "Old",
    replacement: "Whole Listing",
  });
  await add("field_change", {
    ...changed,
    entity: "location",
    entity_id: locationId,
    field: "name",
    replacement: "Main door",
    action: "create",
  });

  return { termId, taxonomyId };
}
