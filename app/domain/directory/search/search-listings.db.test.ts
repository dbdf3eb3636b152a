import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import { crowd } from "../../../../tests/setup/listing-crowd";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { notFor } from "../eligibility/caregivers";
import { type FoundRow, factsOf } from "../reading/listing-card";
import { flatMiles } from "../places/geo";
import { type ListingFacts, type Match, matchListing } from "./match-rules";
import { type SearchCriteria, emptyCriteria } from "./search-criteria";
import { completeSearchRows } from "../search-index/complete-search-rows.server";
import { searchListings } from "./search-listings.server";
import { writeSearchRows } from "../search-index/write-search-rows.server";

const db = await testDatabase();
const place = {
  kind: "zip" as const,
  code: "21215",
  label: "21215",
  latitude: 39.3453,
  longitude: -76.6843,
  countyFips: "24510",
};
let here = "";
let other = "";
let organizationId = "";
const search = (criteria: Partial<SearchCriteria>, more: object = {}, jurisdictionId = here) =>
  asSystem(db, jurisdictionId, (ctx: Ctx) =>
    searchListings(
      { ...ctx, actor: { kind: "public", jurisdictionId } },
      { criteria: { ...emptyCriteria, ...criteria }, ...more },
    ),
  );
/** The middle of the jurisdiction. */
const centre = { latitude: 39.3453, longitude: -76.6843 };

/** A second place of a service, somewhat further off; for some its own area, for others openings counted at each place. */
async function addPlace(serviceId: string, at: number): Promise<void> {
  await asSystem(db, here, async (ctx) => {
    const location = { id: newId(), jurisdictionId: here, organizationId };
    const point = { latitude: 39.3453 - (at % 30) / 200, longitude: -76.6843 + (at % 17) / 150 };
    await ctx.tx.location.create({ data: { ...location, ...point } });
    const place = { id: newId(), jurisdictionId: here, serviceId, locationId: location.id };
    await ctx.tx.serviceAtLocation.create({ data: place });
    if (at % 2) {
      const area = { id: newId(), jurisdictionId: here, extentType: "zip", codes: ["21215"] };
      await ctx.tx.serviceArea.create({ data: { ...area, serviceAtLocationId: place.id } });
    }
    const counted = { capacityAvailable: at % 3, capacityAsOf: testClock.now() };
    if (at % 8 === 0)
      await ctx.tx.serviceAtLocation.updateMany({
        where: { serviceId, NOT: { id: place.id } },
        data: counted,
      });
    if (at % 5 === 0) await ctx.tx.serviceAtLocation.update({ where: { id: place.id }, data: counted });
    await writeSearchRows(ctx, [serviceId]);
  });
}

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  other = await makeJurisdiction(db, "riverside");
  organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  for (let at = 1; at <= 120; at += 1) {
    const id = await makeListing(db, here, crowd(organizationId, at));
    if (at % 4 === 0) await addPlace(id, at);
  }
});

const some = <T>(values: T[]) => fc.subarray(values);
const anyCriteria: fc.Arbitrary<SearchCriteria> = fc.record({
  needs: some(["parenting_support", "food", "baby_supplies"]),
  place: fc.constantFrom(null, place, {
    ...place,
    kind: "city" as const,
    code: "Baltimore, MD",
    label: "Baltimore",
  }),
  radiusMiles: fc.constantFrom(1, 5, 12),
  languages: some(["es", "ru"]),
  times: some(["evening" as const, "weekend" as const]),
  childAgesMonths: some([-9, 7, 40, 200]),
  caregivers: some(["fathers" as const, "teen_parents" as const]),
  cost: fc.constantFrom(null, "free" as const),
  modes: some(["home" as const, "video" as const]),
  words: fc.constant([]),
  said: fc.constant([]),
  named: fc.constant([]),
  without: fc.constant([]),
});

/**
 * How well a listing of the crowd fits, which says no words of its needs: the needs it has, nearer ones first; one that
 * nobody has confirmed weighs 0.45, squared.
 */
function score({ facts, match }: { facts: ListingFacts; match: Match }, criteria: SearchCriteria): number {
  const met = criteria.needs.filter((code) => facts.needCodes.includes(code)).length;
  const miles = milesOf(facts, match, criteria) ?? Math.max(5, criteria.place ? criteria.radiusMiles : 0);
  return (met * (facts.assuredAt ? 1 : 0.45 ** 2)) / (1 + Math.max(0, miles - (criteria.place ? 0 : 6)) / 7);
}
function milesOf(facts: ListingFacts, match: Match, criteria: SearchCriteria): number | null {
  return criteria.place ? match.miles : facts.point && flatMiles(centre, facts.point);
}

/** The whole order: the band of the fit, the rules' order, and before the distance how near it comes to the best fit. */
function wholeOrder(
  one: { facts: ListingFacts; match: Match },
  criteria: SearchCriteria,
  best: number,
): (number | string)[] {
  const share = criteria.needs.length > 0 ? score(one, criteria) / best : 1;
  const band = share >= 0.6 ? 0 : share >= 0.35 ? 1 : 2;
  const miles = milesOf(one.facts, one.match, criteria);
  const [forThem = 0, room = 0, stale = 0, days = 0, language = 0, time = 0, , ...rest] = one.match.order;
  const tenths = miles === null ? 16383 : Math.min(16383, Math.floor(miles * 10 + 0.5));
  return [band, forThem, room, stale, days, language, time, Math.floor(127 * (1 - share)), tenths, ...rest];
}

describe("searchListings", () => {
  it("finds what the rules find, in the order they say, with the same counts", async () => {
    const rows = await db.owner.query<FoundRow>(
      "select s.*, c.card from listing_search s join listing_card c using (jurisdiction_id, service_id, place_no)",
    );
    const { rows: first } = await db.owner.query<{ key: string }>(
      "select service_id || ' ' || place_no as key from listing_words",
    );
    const stands = new Set(first.map(({ key }) => key));
    expect([...stands].some((key) => key.endsWith(" 2"))).toBe(true);
    for (const row of rows.rows) expect(row.not_caregivers.sort()).toEqual(notFor(row.for_caregivers).sort());
    await fc.assert(
      fc.asyncProperty(anyCriteria, async (criteria) => {
        const fitting = rows.rows
          .filter((row) => criteria.place !== null || stands.has(`${row.service_id} ${row.place_no}`))
          .map((row) => ({
            row,
            facts: factsOf(row),
            match: matchListing(factsOf(row), criteria, testClock.now()),
          }))
          .filter(({ facts, match }) => match.fits && meetsNeed(facts, criteria));
        const best = Math.max(...fitting.map((one) => score(one, criteria)));
        const expected = fitting
          .map((one) => ({ ...one, order: [...wholeOrder(one, criteria, best), one.row.place_no] }))
          .sort((a, b) => compare(a.order, b.order))
          .filter(({ row }, at, all) => all.findIndex((one) => one.row.service_id === row.service_id) === at);
        const taking = expected.filter(({ match }) => match.takingReferrals);
        const found = await search(criteria);
        expect([found.total, found.closedTotal]).toEqual([taking.length, expected.length - taking.length]);
        expect(found.results.map((r) => [r.serviceId, r.placeNo])).toEqual(
          taking.slice(0, 25).map(({ row }) => [row.service_id, row.place_no]),
        );
      }),
      { numRuns: 80 },
    );
  });
  it("says what would be found without each chip when nothing fits, and writes nothing", async () => {
    const nothing = await search({ needs: ["respite"], place, languages: ["es"] });
    expect(nothing.total).toBe(0);
    expect(
      nothing.wider.find((w) => w.kind === "chip" && w.chip.id === "need:respite")?.count,
    ).toBeGreaterThan(0);
    expect(await db.arrange.unmetNeed.count()).toBe(0);
  });
  it("finds names by free words, misspelt too, and survives hostile ones", async () => {
    await makeListing(db, here, {
      service: { organizationId, name: "Fathers' Circle", needCodes: ["fathers"] },
    });
    const names = async (...words: string[]) => (await search({ words })).results.map((r) => r.card.name);
    expect(await names("circle")).toContain("Fathers' Circle");
    expect(await names("fathes", "circl")).toContain("Fathers' Circle");
    for (const words of [["\u0000"], ["'", "%"], ["((("], [":*"], ["<->"], ["\ud800"]])
      await expect(names(...words)).resolves.toBeDefined();
  });
  it("finds again, after a start, what an older version's tables left without search rows", async () => {
    const complete = () => asSystem(db, here, completeSearchRows);
    const before = await search({ needs: ["parenting_support"] });
    await db.owner.query("delete from listing_words where jurisdiction_id = $1", [here]);
    await db.owner.query("delete from listing_reach");
    expect((await search({ needs: ["parenting_support"] })).total).toBe(0);
    expect(await complete()).toBeGreaterThan(100);
    expect(await complete()).toBe(0);
    const after = await search({ needs: ["parenting_support"] });
    expect(after.results.map((r) => r.serviceId)).toEqual(before.results.map((r) => r.serviceId));
  });
  it("never crosses a border and never shows what is not published", async () => {
    expect((await search({ needs: ["parenting_support"] }, {}, other)).total).toBe(0);
    await makeListing(db, here, {
      service: { organizationId, name: "Draft", needCodes: ["respite"], listingState: "draft" },
    });
    expect((await search({ needs: ["respite"] })).total).toBe(0);
  });
});

function meetsNeed({ needCodes }: ListingFacts, { needs }: SearchCriteria): boolean {
  return needs.length === 0 || needs.some((code) => needCodes.includes(code));
}

function compare(a: (number | string)[], b: (number | string)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? "";
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
