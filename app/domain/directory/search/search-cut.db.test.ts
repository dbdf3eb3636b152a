import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { asSystem, makeJurisdiction, makeOrganization } from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import { writeSearchRows } from "../search-index/write-search-rows.server";
import { type SearchCriteria, emptyCriteria } from "./search-criteria";
import { searchListings } from "./search-listings.server";

/** A directory so large that of what fits the words near a place only the best are looked at. */
const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const latitude = 39.3453;
const longitude = -76.6843;
const place = {
  kind: "zip" as const,
  code: "21215",
  label: "21215",
  latitude,
  longitude,
  countyFips: "24510",
};
const many = 440;
/** The last few say much else beside, so that they fit worst, and they alone speak Spanish and do not say that they are for mothers. */
const few = 12;

beforeAll(async () => {
  const organizationId = await makeOrganization(db, here, "Invented Alliance");
  await asSystem(db, here, async (ctx) => {
    const own = { jurisdictionId: here, source: "portal" };
    const rows = Array.from({ length: many }, (_, at) => ({ at, serviceId: newId(), locationId: newId() }));
    await ctx.tx.service.createMany({
      data: rows.map(({ at, serviceId }) => ({
        ...own,
        id: serviceId,
        slug: serviceId,
        organizationId,
        name: `Place ${at}`,
        description: `Diapers. ${at >= many - few ? "Many other words of quite another kind stand here. ".repeat(30) : ""}`,
        listingState: "published" as const,
        staffLanguages: at >= many - few ? ["es"] : ["en"],
      })),
    });
    await ctx.tx.location.createMany({
      data: rows.map(({ at, locationId }) => ({
        ...own,
        id: locationId,
        organizationId,
        latitude: latitude + (at % 60) / 1000,
        longitude,
      })),
    });
    await ctx.tx.serviceAtLocation.createMany({
      data: rows.map(({ serviceId, locationId }) => ({ ...own, id: newId(), serviceId, locationId })),
    });
    await ctx.tx.eligibilityRule.createMany({
      data: rows.slice(0, many - few).map(({ serviceId }) => ({
        id: newId(),
        jurisdictionId: here,
        serviceId,
        kind: "caregiver_role",
        codes: ["mothers"],
      })),
    });
    await writeSearchRows(
      ctx,
      rows.map(({ serviceId }) => serviceId),
    );
  });
});

const search = (criteria: Partial<SearchCriteria>, page = 1) =>
  asSystem(db, here, (ctx) =>
    searchListings(ctx, { criteria: { ...emptyCriteria, words: ["diapers"], place, ...criteria }, page }),
  );

it("counts and pages the best, each program once, and says that there are more", async () => {
  const first = await search({});
  expect({ total: first.total, cut: first.cut, pages: first.pages, closed: first.closedTotal }).toEqual({
    total: 250,
    cut: true,
    pages: 10,
    closed: 0,
  });
  const names = new Set<string>();
  for (let page = 1; page <= first.pages; page++)
    for (const { card } of (await search({}, page)).results) names.add(card.name);
  expect(names.size).toBe(250);
  expect(first.results.every(({ match }) => (match.miles ?? 99) < 1)).toBe(true);
});

it("looks at all where the best do not fill a page", async () => {
  const found = await search({ caregivers: ["fathers"] });
  expect(found).toMatchObject({ total: few, cut: false });
});

it("looks at those alone that may hold what is asked", async () => {
  const found = await search({ languages: ["es"] });
  expect(found).toMatchObject({ total: few, cut: false });
});

it("looks at all for another order than that of the fit", async () => {
  const criteria = { ...emptyCriteria, words: ["diapers"], place };
  for (const sort of ["nearest", "soonest"] as const)
    expect(await asSystem(db, here, (ctx) => searchListings(ctx, { criteria, sort }))).toMatchObject({
      total: many,
      cut: false,
    });
});

it("looks at all without a place", async () => {
  expect(await search({ place: null })).toMatchObject({ total: many, cut: false });
});
