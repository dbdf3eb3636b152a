import { beforeEach, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { bland, heldEntries } from "../../../../tests/setup/held-entries";
import { listingPlaces } from "../../../../tests/setup/listing-places";
import { mergeDesk } from "../../../../tests/setup/merge-desk";
import { newId } from "../../kernel/ids";
import { hideLocations } from "./hide-locations.server";
import { findSamePlaces } from "./same-places.server";
import { saveListingPlace, undoMerge } from "../index.server";

/** A place that its own people hid, and imports that tell it too. */
const db = await testDatabase();
const { as, sql, merge } = await mergeDesk(db);
const { here, mine, manager, admin, listing } = await listingPlaces(db);
const { entry, look, holds, decide, told, leaks } = await heldEntries(db, here, { as, sql });
const name = "Rosewood Community Partners";

beforeEach(async () => {
  await sql("delete from merge");
  await sql("delete from duplicate_pair");
  await sql(
    "truncate service, location, phone, field_change, safety_hold, listing_search, listing_card, listing_words cascade",
  );
  await sql("delete from organization where source <> 'portal'");
});

/** A listing of the portal's own organization whose one place its people hide. */
async function hide(): Promise<string> {
  const id = await listing("Rest");
  await sql("update address set address1 = '7 Zmstreet Lane'");
  const [place] = await sql("select id from service_at_location where service_id = $1", [id]);
  const { version } = (await sql("select version from service where id = $1", [id]))[0] ?? {};
  const values = { visibility: "hidden", visibilityReason: "safety" } as const;
  await manager((ctx) =>
    saveListingPlace(ctx, { id, version: Number(version), placeId: String(place?.["id"]), values }),
  );
  return id;
}
const twin = { ...bland, name, words: "Words.", street: "7 Zmstreet Ln" };

it.each([
  ["before it was hidden", "before", twin],
  ["after it", "after", twin],
  ["after it, with more in its name", "after", { ...twin, name: `The ${name}, Inc.` }],
  ["after it, with its place in its name", "after", { ...twin, name: `${name} of Towson` }],
  ["after it, with a hyphen", "after", { ...twin, name: "Rose-wood Community Partners" }],
  ["after it, with a letter wrong", "after", { ...twin, name: "Rosewoud Comunity Partners" }],
])("goes from an import that told it %s, at once where it says the street", async (_, when, said) => {
  const other = when === "before" ? await entry(said) : null;
  await hide();
  if (!other) await entry(said);
  // What an import does by itself, and the worker right after somebody hid a place.
  if (!other) await look();
  expect(await leaks(/Zm/)).toEqual([]);
  await look();
  expect(await leaks(/Zm/)).toEqual([]);
  expect(await holds()).toMatchObject([{ status: "open", listings: [{ reasons: [{ rule: "twin" }] }] }]);
});

it.each([
  ["at its street", "7 Zmstreet Ln"],
  ["elsewhere", "9 Zmlane"],
])(
  "waits for a word under quite another name, with the phone that the place keeps, %s",
  async (_, street) => {
    await hide();
    await sql(
      "insert into phone (id, jurisdiction_id, location_id, number, source) select $1, $2, id, '(410) 555-0122', 'portal' from location where organization_id = $3",
      [newId(), here, mine],
    );
    const [{ id: place = "" } = {}] = await sql("select id from location where organization_id = $1", [mine]);
    await admin((ctx) => hideLocations(ctx, [String(place)]));
    await entry({ ...twin, name: "Quite Another Name", phone: "410-555-0122", street });
    await look();
    expect(await leaks(/Zm/)).toEqual([]);
    expect(await holds()).toMatchObject([{ status: "open" }]);
  },
);

it("goes where the name has no more than a word of its that few have, and stands at another street", async () => {
  await hide();
  await entry({ ...twin, name: "Rosewood Home Visits" });
  await entry({ ...twin, name: "Rosewood Gardens", street: "9 Shown Lane" });
  await look();
  expect(await leaks(/Zm/)).toEqual([]);
  expect(await told()).toContain("9 Shown Lane");
});

it("waits for a word where the import gives another street, and stays hidden where it is the same one", async () => {
  await hide();
  const other = await entry({ ...twin, street: "9 Zmlane" });
  await look();
  expect(await leaks(/Zm/)).toEqual([]);
  await decide(other.id, "is_not");
  expect(await told()).toContain("9 Zmlane");
});

it.each([
  ["the portal's own stays", true],
  ["the import's stays", false],
])("is not given back by joining the two: %s", async (_, ownStays) => {
  await hide();
  const other = await entry({ ...twin, name: "Another Name" });
  await entry({ ...twin, name: "Neighbour", street: "11 Shown Lane" });
  expect(await told()).toContain("7 Zmstreet");
  const pairId = newId();
  const [first, second] = [mine, other.id].sort();
  await sql(
    "insert into duplicate_pair (id, jurisdiction_id, entity, first_id, second_id, status, evidence, found_at) values ($1, $2, 'organization', $3, $4, 'open', '[]', now())",
    [pairId, here, first, second],
  );
  const id = await merge(here, pairId, ownStays ? mine : other.id);
  expect(await leaks(/Zm/)).toEqual([]);
  await admin((ctx) => undoMerge(ctx, { mergeId: id })).catch(() => undefined);
  expect(await leaks(/Zm/)).toEqual([]);
  expect(await told()).toContain("11 Shown Lane");
});

it("leaves what its people have confirmed, and who is at the same street under another name", async () => {
  await hide();
  const [confirmed, other] = [await entry(twin), await entry({ ...twin, name: "Somebody Else" })];
  await sql("update service set assured_at = now() where id = $1", [confirmed.serviceId]);
  expect(await admin((ctx) => findSamePlaces(ctx, null))).toEqual([]);
  await sql("update service set assured_at = null where id = $1", [confirmed.serviceId]);
  expect((await admin((ctx) => findSamePlaces(ctx, null))).map(({ id }) => id)).toEqual([
    confirmed.locationId,
  ]);
  expect(other.locationId).not.toBe(confirmed.locationId);
});

it("tells no phone of a twin that nobody has decided on, where the decided entry keeps it", async () => {
  const first = await entry({
    ...twin,
    name: "House of Invention",
    words: "Shelter for battered women.",
    phone: "(410) 555-0111",
  });
  await look();
  await decide(first.id, "is");
  const other = {
    ...twin,
    name: "House of Invention of Towson",
    street: "9 Zmlane",
    phone: "(410) 555-0111",
  };
  await entry({ ...other, source: "state" });
  await look();
  expect((await holds()).map(({ status }) => status).sort()).toEqual(["is", "open"]);
  expect(await leaks(/555-01/)).toEqual([]);
});

it("goes from what programs and places of others are called, held or decided", async () => {
  const words = "Shelter for battered women.";
  const first = await entry({ ...twin, name: "Marigold Rest House", words });
  const clinic = await entry({
    ...twin,
    name: "Legal Clinic",
    words: "Law.",
    street: "7 Zmstreet Lane, Rear",
    phone: "(410) 555-0199",
  });
  await sql("update service set name = 'Counsel at Marigold Rest House' where id = $1", [clinic.serviceId]);
  await sql("update location set name = 'Marigold Rest House, downstairs' where id = $1", [
    clinic.locationId,
  ]);
  const guide = await entry({ ...twin, name: "Guide", words: "Meet at Zmstreet.", street: "9 Shown Lane" });
  await sql("update service set name = 'Marigold rest-house visits' where id = $1", [guide.serviceId]);
  for (const turn of ["held", "decided"]) {
    await look();
    if (turn === "decided") await decide(first.id, "is");
    const all = await told();
    for (const one of ["Counsel at […]", "[…] visits", "[…], downstairs"]) expect(all).toContain(one);
    expect(all).not.toMatch(/Counsel at Mari|house visits|House, down|counsel-at-mari|rest-house-visits/i);
  }
});

it("waits for a word where a name that holds it stands at its street while nobody has decided", async () => {
  await entry({ ...twin, name: "Marigold Rest House", words: "Shelter for battered women." });
  await entry({ ...twin, name: "Friends of Marigold Rest House", phone: "(410) 555-0133" });
  await entry({
    ...twin,
    name: "Marigold Rest House Thrift Shop",
    street: "9 Shown Lane",
    phone: "(410) 555-0134",
  });
  await look();
  expect((await holds()).map((one) => one.organizationName).sort()).toEqual([
    "Friends of Marigold Rest House",
    "Marigold Rest House",
  ]);
  expect(await leaks(/7 Zm/)).toEqual([]);
});
