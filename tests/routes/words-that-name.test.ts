import { buffer } from "node:stream/consumers";
import { beforeAll, expect, it } from "vitest";
import { getListing, getPublishedListings, searchListings } from "../../app/domain/directory/index.server";
import { decideSafetyHold, holdVictimServices } from "../../app/domain/directory/index.server";
import { hideLocations } from "../../app/domain/directory/safety/hide-locations.server";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";
import { writeHsdsPackage } from "../../app/interop/hsds/out/hsds-package.server";
import { staffActor } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { asSystem, makeJurisdiction, makeListing, makeOrganization, testClock } from "../setup/listing-rows";
import { readZip } from "../setup/read-package";
import { openDataPortal } from "./open-data-portal";

/** Texts of anybody that name the street or the phone of a place that is not shown, however they write it. */
const db = await testDatabase();
const portal = await openDataPortal(db.owner);
const here = await makeJurisdiction(db, "harbor");
const place = newId();
let shelter = "";
let ids: string[] = [];
const said = {
  own: "Walk in at 2201 N. Argonne Dr., ring twice. Or call (410) 555-7788. The Argonne House, on Argonne, near the park.",
  program: "Starts 10 am, 24 hours a day. Meet at 2201  ARGONNE  DRIVE.",
  other: "Next door to INVENTED HOUSE, 2201 north argonne drive; our line is 410-555-9999.",
  same: "Rooms to let at 2201 north argonne drive, on Argonne.",
  donor: "Drop gifts for the women's shelter at 2201 Argonne Dr or call 410 555 7788.",
};
const admin = staffActor("jurisdiction_admin", { jurisdictionId: here });
const as = <T>(run: (ctx: Ctx) => Promise<T>) =>
  db.inTransaction({ jurisdictionId: here }, (tx) => run({ actor: admin, tx, clock: testClock }));

beforeAll(async () => {
  shelter = await makeOrganization(db, here, "Invented House");
  const neighbour = await makeOrganization(db, here, "Invented Neighbour");
  const landlord = await makeOrganization(db, here, "Invented Landlord");
  const publishedAt = testClock.now();
  const make = (organizationId: string, name: string, description: string, street?: string, id = newId()) =>
    makeListing(db, here, {
      service: {
        organizationId,
        name,
        description,
        applicationProcess: description,
        publishedAt,
        source: "city",
      },
      location: street ? { id, street, city: "Baltimore", source: "city" } : undefined,
    });
  ids = [
    await make(shelter, "Rest for Women", said.own, "2201 North Argonne Drive", place),
    await make(shelter, "Groups", said.program, "7 Shown Street"),
    await make(neighbour, "Meals", said.other, "2203 Argonne Drive"),
    await make(landlord, "Rooms", said.same, "2201 Argonne Dr"),
    await make(neighbour, "Gifts", said.donor, "2203 Argonne Drive"),
  ];
  await db.owner.query("update organization set description = $2, source = 'city' where id = $1", [
    shelter,
    said.own,
  ]);
  await db.owner.query(
    "insert into phone (id, jurisdiction_id, location_id, number, source) values (gen_random_uuid(), $1, $2, '410.555.7788', 'city')",
    [here, place],
  );
  await db.owner.query(
    "insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field, previous, changed_by) values (gen_random_uuid(), $1, $2, $3, 'service', $2, now(), 'update', 'description', $4, 'Provider')",
    [here, ids[1], shelter, said.program],
  );
});

/** What everybody can have, by listing. */
async function published(): Promise<Record<string, string>> {
  const rows = await asSystem(db, here, (ctx) => getPublishedListings(ctx, { serviceIds: ids }));
  return Object.fromEntries(rows.map((row) => [row.card.name, JSON.stringify(row)]));
}
async function files(): Promise<string> {
  const parts: Buffer[] = [];
  await asSystem(db, here, (ctx) =>
    writeHsdsPackage(ctx, { format: "both", title: "Test", profile: null }, async (bytes) => {
      parts.push(await buffer(bytes as never));
    }),
  );
  const unpacked = [...(await readZip(Buffer.concat(parts)))].map(([, file]) => String(file)).join("\n");
  return unpacked + (await portal.ask("GET", "/hsds/services?full=true&per_page=100")).body;
}
const wordsOf = async () =>
  JSON.stringify(
    (
      await db.owner.query(
        "select w::text, c.card::text from listing_words w join listing_card c using (service_id)",
      )
    ).rows,
  );
const named = /2201\s+(N\.?\s+|north\s+)?argonne|555.7788/i;
const count = (text: string) => text.match(new RegExp(named, "gi"))?.length ?? 0;

it("says them while the place is shown", async () => {
  const all = await published();
  // What a stranger says of a refuge with a street goes in any case: it must not be tried which street is a hidden one.
  for (const [name, text] of Object.entries(all))
    if (name === "Gifts") expect(text).not.toContain("Drop gifts");
    else expect(text).toMatch(named);
  expect(count(await files())).toBeGreaterThan(8);
});

it("leaves them out of every text while the place shows its town alone, and says them again when it is let go", async () => {
  await db.owner.query(
    "update service set need_codes = '{domestic_violence}', name = 'Battered women shelter' where id = $1",
    [ids[0]],
  );
  await as((ctx) => holdVictimServices(ctx));
  const held = await db.owner.query("select id, places from safety_hold where organization_id = $1", [
    shelter,
  ]);
  expect(held.rows[0].places).toContain(place);
  const all = await published();
  for (const name of ["Battered women shelter", "Groups", "Meals"])
    expect(all[name]).not.toMatch(/2201.{1,9}argonne/i);
  await as((ctx) => decideSafetyHold(ctx, { id: held.rows[0].id, decision: "is_not" }));
  expect((await published())["Meals"]).toContain("2201 north argonne drive");
});

it("leaves them out once it is hidden, also when typed later, but for whoever shows that street as its own", async () => {
  await as((ctx) => hideLocations(ctx, [place]));
  const all = await published();
  for (const [name, text] of Object.entries(all))
    if (name !== "Rooms")
      expect([name, text.match(/.{40}(555.7788|2201.{1,9}argonne)/gi)]).toEqual([name, null]);
  expect(all["Rooms"]).toContain("Rooms to let at 2201 north argonne drive, on Argonne.");
  expect(all["Gifts"]).not.toMatch(/Drop gifts|Argonne Dr or/);
  expect(all["Battered women shelter"]).toContain("ring twice. Or call […]. The […], on […], near the park.");
  expect(all["Meals"]).not.toContain("Next door");
  expect(all["Meals"]).toContain("2203 Argonne Drive");
  expect(all["Groups"]).toContain("Starts 10 am, 24 hours a day. Meet at […]");
  const open = await files();
  expect(open.match(/[^"]{0,20}555.7788/g)).toBe(null);
  // The landlord's own street, in its texts and its address, and nothing else.
  expect(new Set(open.match(new RegExp(named, "gi")))).toEqual(
    new Set(["2201 north argonne", "2201 Argonne"]),
  );
  expect(count(await wordsOf())).toBe(2);
  await db.owner.query("update service set alert = 'New door: 2201 Argonne Drive' where id = $1", [ids[1]]);
  expect((await published())["Groups"]).not.toMatch(named);
  const { withheld } = await as((ctx) => getListing(ctx, { id: ids[1] ?? "" }));
  expect(withheld).toEqual(["description", "application_process", "alert"]);
  const found = await as((ctx) =>
    searchListings(ctx, { criteria: { ...emptyCriteria, words: ["argonne"] } }),
  );
  expect(found.results.map(({ card }) => card.name)).not.toContain("Battered women shelter");
});
