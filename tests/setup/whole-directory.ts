import type pg from "pg";
import { addDetails } from "./directory-details";
import { adderOf } from "./directory-rows";
import { addWithheld } from "./withheld-directory";

/** What was counted too long ago does not leave. */
const recently = new Date(Date.now() - 86_400_000).toISOString();

export interface WholeDirectory {
  organizationId: string;
  serviceId: string;
  withdrawnId: string;
  mergedId: string;
  hiddenServiceId: string;
  partialServiceId: string;
  hiddenLocationId: string;
  partialLocationId: string;
  termId: string;
  taxonomyId: string;
}

/** One listing with a row in every table of HSDS, each field filled; beside it everything that must stay or leave masked. */
export async function makeWholeDirectory(owner: pg.Pool, jurisdictionId: string): Promise<WholeDirectory> {
  const add = adderOf(owner, jurisdictionId);
  const parent = await add("organization", { name: "Parent Agency of Invention", source_id: "o0" });
  const organizationId = await add("organization", {
    name: 'Invented Agency, "quoted"',
    alternate_name: "=HYPERLINK(1)",
    description: 'Two lines,\r\nand a quote "here". Años.',
    email: "hello@agency.example",
    website: "https://agency.example/a?b=c#d",
    tax_status: "501(c)(3)",
    tax_id: "00-0000000",
    year_incorporated: 1999,
    legal_status: "nonprofit",
    logo: "https://agency.example/logo.png",
    uri: "urn:agency:1",
    parent_organization_id: parent,
    last_modified: "2026-02-03T04:05:06.789Z",
    source_id: "o1",
  });
  const programId = await add("program", {
    organization_id: organizationId,
    name: "Invented Program",
    alternate_name: "IP",
    description: "",
    source_id: "p1",
  });
  const serviceId = await add("service", {
    organization_id: organizationId,
    program_id: programId,
    slug: "whole-listing",
    name: "Whole Listing",
    alternate_name: "All of it",
    description: "<b>Bold</b> & raw",
    url: "https://agency.example/whole",
    email: "whole@agency.example",
    status: "temporarily_closed",
    listing_state: "published",
    published_at: "2026-01-02T03:04:05.678Z",
    interpretation_services: "By phone",
    application_process: "Call",
    fees_description: "Free",
    wait_time: "2 weeks",
    fees: "0",
    accreditations: "None invented",
    eligibility_description: "Parents",
    minimum_age: 18,
    maximum_age: 65.5,
    source_assured_on: "2025-12-31",
    source_assurer_email: "assurer@agency.example",
    licenses: "L1",
    alert: "Closed on snow days",
    last_modified: "2026-03-04T05:06:07.891Z",
    need_codes: ["food", "housing"],
    staff_languages: ["en", "es"],
    interpreter_languages: ["fr"],
    delivery_modes: ["centre"],
    times_of_day: ["evening"],
    is_free: true,
    child_age_min_months: -9,
    child_age_max_months: 60,
    model_name: "Invented Model",
    evidence_rating: "promising",
    evidence_url: "https://clearing.example/model",
    evidence_reviewed_on: "2025-05-05",
    protective_factors: ["concrete_support"],
    desired_outcomes: ["Calmer, happier homes"],
    transport_offered: ["rides"],
    family_text: { en: { summary: "Plain words" }, es: { summary: "Palabras sencillas" } },
    source_id: "s1",
  });
  const locationId = await add("location", {
    organization_id: organizationId,
    name: "Main door",
    alternate_name: "Front",
    description: "Red brick",
    transportation: "Bus 5",
    latitude: 39.34532,
    longitude: -76.68431,
    url: "https://agency.example/door",
    external_identifier: "node-5",
    external_identifier_type: "osm",
    source_id: "l1",
  });
  const placeId = await add("service_at_location", {
    service_id: serviceId,
    location_id: locationId,
    description: "Room 2",
    capacity_available: 41,
    capacity_as_of: recently,
    source_id: "x1",
  });
  const address = {
    attention: "Front desk",
    address1: "1 Invented Street",
    address2: "Floor 2",
    city: "Baltimore",
    region: "Central",
    state_province: "MD",
    postal_code: "21215",
  };
  await add("address", { location_id: locationId, ...address, source_id: "a1" });
  await add("address", {
    location_id: locationId,
    address1: "",
    city: "Baltimore",
    state_province: "MD",
    postal_code: "21215",
    source_id: "a2",
  });
  const contactId = await add("contact", {
    organization_id: organizationId,
    service_id: serviceId,
    service_at_location_id: placeId,
    location_id: locationId,
    name: "Front desk",
    title: "Intake",
    department: "Families",
    email: "desk@agency.example",
    source_id: "c1",
  });
  const phoneId = await add("phone", {
    organization_id: organizationId,
    service_id: serviceId,
    service_at_location_id: placeId,
    location_id: locationId,
    contact_id: contactId,
    number: "(410) 555-0101",
    extension: 7,
    type: "voice",
    description: "Day line",
    source_id: "t1",
  });
  const ids = { jurisdictionId, organizationId, serviceId, locationId, placeId, phoneId };
  const { termId, taxonomyId } = await addDetails(owner, add, ids);
  const others = await addWithheld(add, organizationId, serviceId, termId);
  return { organizationId, serviceId, ...others, termId, taxonomyId };
}
