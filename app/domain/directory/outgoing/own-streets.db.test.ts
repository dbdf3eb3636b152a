import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import { hideLocations } from "../safety/hide-locations.server";

/** What an organization writes of its own hidden streets, whose names are several words or a number. */
const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const places = [newId(), newId(), newId()];
let owner = "";

beforeAll(async () => {
  owner = await makeOrganization(db, here, "Quillmere Refuge");
  const streets = ["417 East 33rd Street", "1203 Martin Luther King Jr Blvd", "715 North Park Heights Ave"];
  for (const [at, street] of streets.entries())
    await makeListing(db, here, {
      service: { organizationId: owner, name: `Rest ${at}` },
      location: { id: places[at] ?? "", street, latitude: 39.3 + at / 10, longitude: -76.6 },
    });
  const { owner: pool } = db;
  await pool.query("update location set name = 'Selwick Lodge' where id = $1", [places[0]]);
  await pool.query("update location set name = 'Quillmere Refuge' where id = $1", [places[1]]);
  await pool.query("update address set address2 = 'Fenbury Annex, 2nd Floor' where location_id = $1", [
    places[0],
  ]);
  await pool.query("update address set address2 = '80 Backgate Court, Suite 4' where location_id = $1", [
    places[1],
  ]);
  await asSystem(db, here, (ctx) => hideLocations(ctx, places));
});

const told = async (said: string, of: string | null = owner) => {
  const rows = await asSystem(
    db,
    here,
    (ctx) =>
      ctx.tx.$queryRaw<{ told: string }[]>`select told_text(${said}, ${of}::uuid, kept_names()) as told`,
  );
  return rows[0]?.told;
};

describe("an organization's own words on its hidden streets", () => {
  it.each([
    "417 East 33 Street",
    "417 E 33",
    "417 33 St",
    "calle 33 numero 417",
    "la casa de la calle 33",
    "avenida Martin Luther King 1203",
    "Martin Luther King Boulevard 1203",
    "on Martin Luther King Blvd",
    "1203 Martin Luther King Jr Blvd",
    "Avenida Park Heights 715",
    "en Park Heights 715, la casa",
    "715 Park Heights",
    "estamos en park heights avenue",
  ])("tells nothing of %s", async (said) => {
    expect(await told(said)).not.toMatch(/33|417|1203|715|martin|luther|king|park|heights/i);
  });
  it.each([
    ["Come to the Fenbury Annex, on the 2nd floor.", /fenbury/i],
    ["We meet in Selwick  lodge on Mondays.", /selwick/i],
    ["Ring at 80 Backgate Court.", /backgate|80/i],
    ["Ring at 80 backgate court.", /backgate|80/i],
    ["La casa es el anexo FENBURY ANNEX.", /fenbury/i],
  ])("tells no building: %s", async (said, name) => {
    expect(await told(said)).not.toMatch(name);
    if (!/\d{2}/.test(said)) expect(await told(said, null)).toMatch(name);
    expect(await told(`Quillmere Refuge has rooms. ${said} We close at 5.`, null)).not.toMatch(name);
  });
  it("leaves what it is called, and a suite", async () => {
    expect(await told("Quillmere Refuge helps in Suite 4 of our main office.")).toBe(
      "Quillmere Refuge helps in Suite 4 of our main office.",
    );
  });
  it("leaves the rest, and numbers of any length", async () => {
    expect(await told("Call 4105550142 on Mondays at 10, room 33.")).toContain("Mondays");
    expect(await told("Ring at 41055501421234567890.")).toContain("Ring");
  });
});
