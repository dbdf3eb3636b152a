import { buffer } from "node:stream/consumers";
import { beforeAll, expect, it } from "vitest";
import { searchListings } from "../../app/domain/directory/index.server";
import { hideLocations } from "../../app/domain/directory/safety/hide-locations.server";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { newId } from "../../app/domain/kernel/ids";
import { writeHsdsPackage } from "../../app/interop/hsds/out/hsds-package.server";
import { testDatabase } from "../setup/database";
import { asSystem, makeJurisdiction, makeListing, makeOrganization, testClock } from "../setup/listing-rows";
import { readZip } from "../setup/read-package";
import { openDataPortal } from "./open-data-portal";

/**
 * Two organizations write where a hidden place is into every column of every table that leaves: its own one the street alone
 * too. All of it is written before the hiding.
 */
const db = await testDatabase();
const portal = await openDataPortal(db.owner);
const here = await makeJurisdiction(db, "harbor");
const [place, shown] = [newId(), newId()];
const street = "417 Zqstreetone Lane";
const point = "39.3400,-76.6000";
const ids = { shelter: "", garage: "", rest: "", cars: "" };

const insert = (table: string, row: Record<string, unknown>) => {
  const all = { id: newId(), jurisdiction_id: here, ...row };
  const names = Object.keys(all);
  return db.owner.query(
    `insert into ${table} (${names.join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
    Object.values(all),
  );
};

/** Rows of every kind on a listing, all their words the same. */
async function fill(said: string, of: { organization_id: string; service_id: string; location_id: string }) {
  const { organization_id, service_id, location_id } = of;
  const service = { service_id };
  const [siteId, contact, phone, unit] = [newId(), newId(), newId(), newId()];
  const site = (
    await db.owner.query("select id from service_at_location where service_id = $1", [service_id])
  ).rows[0].id as string;
  await db.owner.query("update service_at_location set description = $2 where id = $1", [site, said]);
  await db.owner.query(
    `update service set alternate_name = $2, description = $2, application_process = $2, fees_description = $2, fees = $2, wait_time = $2,
       accreditations = $2, licenses = $2, alert = $2, eligibility_description = $2, interpretation_services = $2, model_name = $2,
       model_manual_version = $2, evidence_rating = $2, evidence_area = $2, mandated_reporter_statement = $2, protective_factors = array[$2],
       desired_outcomes = array[$2], transport_offered = array[$2], times_of_day = array[$2], need_codes = need_codes || array[$2],
       family_text = $3, source = 'city' where id = $1`,
    [
      service_id,
      said,
      { en: { summary: said, expect: `Ring.\n${said}` }, es: { bring: said, summary: said } },
    ],
  );
  await db.owner.query(
    "update organization set description = $2, alternate_name = $2, tax_status = $2, legal_status = $2, source = 'city' where id = $1",
    [organization_id, said],
  );
  await db.owner.query(
    "update location set description = $2, transportation = $2, alternate_name = $2 where id = $1",
    [location_id, said],
  );
  await insert("contact", {
    id: contact,
    ...service,
    name: said,
    title: `Caretaker of ${said}`,
    department: said,
  });
  await insert("phone", {
    id: phone,
    contact_id: contact,
    number: "410-555-0100",
    description: said,
    type: said,
  });
  await insert("language", { phone_id: phone, code: said, name: said, note: said });
  await insert("schedule", {
    ...service,
    kind: "regular",
    description: said,
    notes: said,
    byday: ["MO", said],
  });
  await insert("service_area", {
    ...service,
    name: said,
    description: said,
    extent: said,
    extent_type: "other",
  });
  await insert("cost_option", { ...service, option: said, amount_description: said, currency: said });
  await insert("required_document", { ...service, document: said });
  await insert("eligibility_rule", { ...service, kind: "condition", codes: [said], note: said });
  await insert("funding", { ...service, funding_source: said, code: said });
  await insert("unit", { id: unit, name: said, scheme: said });
  await insert("service_capacity", {
    ...service,
    unit_id: unit,
    available: 1,
    description: said,
    updated: testClock.now(),
  });
  await insert("organization_identifier", { organization_id, identifier_type: said, identifier: said });
  await insert("program", { id: siteId, organization_id, name: said, description: said, source: "city" });
  await insert("url", {
    organization_id,
    label: said,
    url: `https://a.example/${said.replaceAll(/\W+/g, "-")}`,
  });
  await insert("accessibility", { location_id, description: said, details: said });
  for (const [entity, id] of [
    ["service", service_id],
    ["organization", organization_id],
    ["service_at_location", site],
    ["phone", phone],
  ]) {
    await insert("attribute", {
      link_entity: entity,
      link_id: id,
      value: said,
      label: said,
      link_type: said,
    });
    const words = { previous: said, replacement: said, changed_by: `zq at ${said}` };
    const change = { entity, entity_id: id, at: testClock.now(), action: "update", field: "description" };
    await insert("field_change", { ...change, ...words, source: "city" });
  }
}

beforeAll(async () => {
  ids.shelter = await makeOrganization(db, here, "Quillmere Refuge");
  ids.garage = await makeOrganization(db, here, "Invented Garage");
  const at = { street, latitude: 39.34, longitude: -76.6 };
  const make = (organizationId: string, name: string, location: object) =>
    makeListing(db, here, { service: { organizationId, name, publishedAt: testClock.now() }, location });
  ids.rest = await make(ids.shelter, "Rest", { ...at, id: place });
  ids.cars = await make(ids.garage, "Cars", { street: "12 Shown Road", id: shown });
}, 60_000);

async function open(): Promise<string> {
  const parts: Buffer[] = [];
  await asSystem(db, here, (ctx) =>
    writeHsdsPackage(ctx, { format: "both", title: "Test", profile: null }, async (bytes) => {
      parts.push(await buffer(bytes as never));
    }),
  );
  const said = [...(await readZip(Buffer.concat(parts)))].map(([name, file]) => `${name}\n${file}`);
  for (const path of ["services", "organizations", "service_at_locations"])
    said.push((await portal.ask("GET", `/hsds/${path}?full=true&full_service=true&per_page=100`)).body);
  for (const path of ["taxonomies", "taxonomy_terms"])
    said.push((await portal.ask("GET", `/hsds/${path}`)).body);
  const { rows } = await db.owner.query<{ row: string }>(
    "select concat(c.card, w.words, w.name_folded, w.name) as row from listing_card c join listing_words w using (service_id)",
  );
  said.push(...rows.map(({ row }) => row));
  return said.join("\n");
}
const left = (said: string, what: RegExp) => [
  ...new Set(said.match(new RegExp(`.{0,40}(?:${what.source}).{0,20}`, "gi"))),
];
const own = () => ({ organization_id: ids.shelter, service_id: ids.rest, location_id: place });
const other = () => ({ organization_id: ids.garage, service_id: ids.cars, location_id: shown });
const found = (words: string) =>
  asSystem(db, here, async (ctx) => {
    const { results } = await searchListings(ctx, { criteria: { ...emptyCriteria, words: [words] } });
    const asked = await portal.ask("GET", `/hsds/services?search=${words}`);
    return [
      ...results.map(({ card }) => card.name),
      ...(JSON.parse(asked.body) as { contents: object[] }).contents,
    ];
  });

it("is said by nobody once it is hidden, in no column and no file, and found by nobody", async () => {
  await fill(`Across from ${street}, at Zqstreetone (${point})`, own());
  await fill(`Across from ${street} (${point})`, other());
  await insert("field_change", {
    ...{
      entity: "service",
      entity_id: ids.rest,
      at: testClock.now(),
      action: "update",
      field: "confidential",
    },
    ...{ previous: "false", replacement: "true", changed_by: "provider", service_id: ids.rest },
  });
  await asSystem(db, here, (ctx) => writeSearchRows(ctx, [ids.rest, ids.cars]));
  expect(left(await open(), /zqstreetone/).length).toBeGreaterThan(60);
  expect((await found("zqstreetone")).length).toBeGreaterThan(1);
  await asSystem(db, here, (ctx) => hideLocations(ctx, [place]));
  const said = await open();
  expect(said).toContain("Across from […]");
  expect(left(said, /zqstreetone|39\.34|76\.6/)).toEqual([]);
  expect(left(said, /"field_name":"confidential"|,update,confidential,/)).toEqual([]);
  expect(await found("zqstreetone")).toEqual([]);
});

it("leaves the street alone to others, whose words a long street is", async () => {
  await db.owner.query("update location set transportation = 'Bus stop Zqstreetone Lane' where id = $1", [
    shown,
  ]);
  expect(left(await open(), /zqstreetone/).join("\n")).toContain("Bus stop Zqstreetone Lane");
});
