import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import { decideSafetyHold, holdVictimServices, readSearch, searchListings } from "../index.server";

/** What was cut from a neighbour's words when an administrator decided must not be found by a search for it. */
const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const place = newId();

beforeAll(async () => {
  const shelter = await makeOrganization(db, here, "Willowmere Haven");
  const garage = await makeOrganization(db, here, "Invented Garage");
  const street = "417 Quexington Lane";
  const source = { source: "city", sourceId: "1" };
  await makeListing(db, here, {
    service: {
      ...source,
      organizationId: shelter,
      name: "Shelter for battered women",
      description: "Domestic violence shelter.",
    },
    location: { id: place, street, latitude: 39.34, longitude: -76.6 },
  });
  await db.owner.query("update organization set source = 'city' where id = $1", [shelter]);
  await makeListing(db, here, {
    service: {
      organizationId: garage,
      name: "Cars",
      description: `The hall is there. Ask Willowmere Haven across from ${street}.`,
    },
    location: { street: "12 Shown Road" },
  });
  await db.owner.query("update location set source = 'city'");
  await asSystem(db, here, holdVictimServices);
});

const names = (line: string) =>
  asSystem(db, here, async (ctx) => {
    const { criteria } = await readSearch(ctx, { line });
    const { results } = await searchListings(ctx, { criteria });
    return results.map(({ card }) => card.name);
  });

it("is searched by no word that its decision cut", async () => {
  const { rows } = await db.owner.query<{ id: string }>("select id from safety_hold where status = 'open'");
  expect(rows).toHaveLength(1);
  expect(await names("hall")).toEqual(["Cars"]);
  await asSystem(db, here, (ctx) => decideSafetyHold(ctx, { id: rows[0]?.id ?? "", decision: "is" }));
  expect(await names("hall")).toEqual(["Cars"]);
  for (const line of ["quexington", "417 quexington"]) expect(await names(line)).toEqual([]);
  const words = await db.owner.query("select words::text from listing_words");
  expect(JSON.stringify(words.rows)).not.toMatch(/quexington/i);
});
