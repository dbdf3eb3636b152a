import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import { explainFit, listMisfits, searchListings } from "../index.server";
import { writeSearchRows } from "../search-index/write-search-rows.server";
import { type SearchCriteria, emptyCriteria } from "./search-criteria";

const db = await testDatabase();
const place = {
  kind: "zip" as const,
  code: "21215",
  label: "21215",
  latitude: 39.3453,
  longitude: -76.6843,
  countyFips: "24510",
};
const [near, far] = [
  { latitude: 39.3453, longitude: -76.6843 },
  { latitude: 39.5359, longitude: -76.3483 },
];
let here = "";
let organizationId = "";
let wanted: SearchCriteria;

const ask = (slug: string, criteria: SearchCriteria = wanted, jurisdictionId = here) =>
  asSystem(db, jurisdictionId, (ctx) =>
    explainFit({ ...ctx, actor: { kind: "public", jurisdictionId } }, { slug, criteria }),
  );
const failed = async (slug: string, criteria = wanted) =>
  (await ask(slug, criteria)).match.rules.flatMap((one) => (one.outcome === "fail" ? [one.rule] : []));

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  wanted = {
    ...emptyCriteria,
    ...{ place, needs: ["food"], words: ["diapers"], languages: ["es"], childAgesMonths: [7] },
    ...{
      times: ["evening"],
      modes: ["school"],
      cost: "free",
      caregivers: ["fathers"],
      without: ["religious"],
    },
  };
  await makeListing(db, here, {
    service: {
      ...{
        organizationId,
        name: "Church Music",
        slug: "music",
        staffLanguages: ["ru"],
        timesOfDay: ["morning"],
      },
      ...{ childAgeMinMonths: 12, childAgeMaxMonths: 35, isFree: false, deliveryModes: ["centre"] },
    },
    location: far,
    areas: [{ extentType: "zip", codes: ["21014"] }],
    roles: ["mothers"],
  });
});

it("names every hard rule that a program fails, also one that no search of these words comes near", async () => {
  const criteria = { criteria: wanted };
  const [misfits, found] = await asSystem(db, here, async (ctx) => [
    await listMisfits(ctx, criteria),
    await searchListings(ctx, criteria),
  ]);
  expect([...misfits, ...found.results, ...found.closed]).toEqual([]);
  const rules = ["age", "area", "caregiver", "cost", "distance", "language", "mode", "time", "without"];
  expect((await failed("music")).sort()).toEqual(rules);
  expect(await failed("music", emptyCriteria)).toEqual([]);
});

it("asks at the place that fails the fewest rules", async () => {
  const id = await makeListing(db, here, {
    service: { organizationId, name: "Two doors", slug: "two-doors" },
    location: far,
  });
  const criteria = { ...emptyCriteria, place };
  expect(await failed("two-doors", criteria)).toEqual(["distance"]);
  await asSystem(db, here, async (ctx) => {
    const location = { id: newId(), jurisdictionId: here, organizationId, ...near };
    await ctx.tx.location.create({ data: location });
    await ctx.tx.serviceAtLocation.create({
      data: { id: newId(), jurisdictionId: here, serviceId: id, locationId: location.id },
    });
    await writeSearchRows(ctx, [id]);
  });
  expect(await ask("two-doors", criteria)).toMatchObject({ placeNo: 2, match: { fits: true, miles: 0 } });
});

it("says nothing of a hidden place's distance, and of no coordinate", async () => {
  await makeListing(db, here, {
    service: { organizationId, name: "Kept", slug: "kept" },
    location: { ...far, visibility: "hidden" },
  });
  const said = await ask("kept", { ...emptyCriteria, place });
  expect(said.match).toMatchObject({ fits: true, miles: null });
  expect(said.outside).toBeNull();
  expect(JSON.stringify(said)).not.toMatch(/39\.5|76\.3/);
});

it("does not know a program that is not published, or is another jurisdiction's", async () => {
  const other = await makeJurisdiction(db, "riverside");
  const service = { organizationId, name: "Draft", slug: "draft" };
  await makeListing(db, here, { service: { ...service, listingState: "draft" } });
  for (const [slug, where] of [
    ["draft", here],
    ["nowhere", here],
    ["music", other],
  ] as const)
    await expect(ask(slug, emptyCriteria, where)).rejects.toMatchObject({ code: "not_found" });
});

it("tells no suspension of a victim service from its own word that it takes no referrals", async () => {
  const make = async (slug: string, acceptsReferrals: boolean, status: "active" | "suspended") => {
    const own = await makeOrganization(db, here, "Quiet House");
    await db.owner.query(
      "update organization set victim_service_provider = true, status = $2 where id = $1",
      [own, status],
    );
    await makeListing(db, here, {
      service: { organizationId: own, name: "Talks", slug, acceptsReferrals },
      location: { ...near, visibility: "hidden" },
    });
    const said = await ask(slug, { ...emptyCriteria, place });
    return JSON.stringify(said)
      .replaceAll(said.serviceId, "id")
      .replaceAll(own, "organization")
      .replaceAll(slug, "slug");
  };
  const quiet = await make("says-no", false, "active");
  expect(quiet).toContain('"room":{"kind":"closed"');
  expect(await make("shut-down", true, "suspended")).toBe(quiet);
});
