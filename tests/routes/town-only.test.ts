import { beforeAll, expect, it } from "vitest";
import { searchListings } from "../../app/domain/directory/index.server";
import { placeOfZip } from "../../app/domain/directory/places/places";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { testDatabase } from "../setup/database";
import { asSystem, makeJurisdiction, makeListing, makeOrganization } from "../setup/listing-rows";

const db = await testDatabase();
let here = "";
const both: string[] = [];

/** A place of which its provider tells the town alone, known by the middle of its ZIP, as every typed address is. */
async function makeInTown(organizationId: string, name: string, zip: string) {
  const { latitude = 0, longitude = 0 } = placeOfZip(zip) ?? {};
  const point = { latitude, longitude, approximate: true };
  const location = {
    ...point,
    visibility: "partial" as const,
    street: "4711 Invented Lane",
    city: "Baltimore",
  };
  const service = {
    organizationId,
    name,
    slug: name.toLowerCase().replaceAll(" ", "-"),
    needCodes: ["shelter"],
  };
  both.push(await makeListing(db, here, { service, location }));
}

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  const organizationId = await makeOrganization(db, here, "Invented Harbor House");
  await makeInTown(organizationId, "Town East", "21224");
  await makeInTown(organizationId, "Town West", "21229");
}, 60_000);

it.each(["21224", "21229", "21215", "21237", "21206", "21204"])(
  "from %s two places of one town are equally far: no ZIP is to be measured from several sides",
  async (zip) => {
    for (const radiusMiles of [1, 3, 5, 25]) {
      const { results } = await asSystem(db, here, (ctx) =>
        searchListings(
          { ...ctx, actor: { kind: "public", jurisdictionId: here } },
          {
            criteria: { ...emptyCriteria, needs: ["shelter"], place: placeOfZip(zip), radiusMiles },
            sort: "nearest",
          },
        ),
      );
      const miles = results.filter((one) => both.includes(one.serviceId)).map((one) => one.match.miles);
      expect([0, 2]).toContain(miles.length);
      expect(new Set(miles).size, `within ${radiusMiles}`).toBeLessThanOrEqual(1);
      if (radiusMiles === 25) expect(miles[0]).toBeGreaterThan(0);
    }
  },
);
