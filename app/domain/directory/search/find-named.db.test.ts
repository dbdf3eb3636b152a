import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import { readSearch } from "./read-search.server";
import { searchListings } from "./search-listings.server";

const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const there = await makeJurisdiction(db, "riverside");
const find = (line: string, jurisdictionId = here) =>
  asSystem(db, jurisdictionId, async (ctx) => {
    const { criteria, notUsed } = await readSearch(ctx, { line, language: "en" });
    const { results } = await searchListings(ctx, { criteria });
    return { criteria, notUsed, names: results.map(({ card }) => card.name) };
  });

beforeAll(async () => {
  const rosewood = await makeOrganization(db, here, "Rosewood Community Partners");
  const other = await makeOrganization(db, here, "Enterprise Community Partners");
  const make = (organizationId: string, name: string, needCodes: string[], description = "") =>
    makeListing(db, here, { service: { organizationId, name, needCodes, description } });
  await make(rosewood, "Chase Brexton Health Services, Inc., Baltimore City", ["health_care"]);
  await make(rosewood, "Paul\u2019s Place, Inc.", ["food"]);
  await make(rosewood, "20th Street H.O.P.E. House", ["shelter"]);
  await make(other, "Community Crisis Center", ["crisis_help"]);
  await make(
    other,
    "Crisis Line",
    ["crisis_help"],
    "A community crisis center answers. Community crisis center. Crisis.",
  );
  await make(
    other,
    "St. Paul Place of Food",
    ["food"],
    "Food at Paul's place, place of Paul. Paul, Inc. place.",
  );
  await make(other, "Maple Pantry", ["food"]);
  for (let at = 0; at < 8; at += 1) await make(other, `Head Start Program, Street ${at}`, ["preschool"]);
});

it.each([
  ["chase brexton", "Chase Brexton Health Services, Inc., Baltimore City"],
  ["CHASE BREXTON HEALTH SERVICES", "Chase Brexton Health Services, Inc., Baltimore City"],
  ["Paul's Place, Inc.", "Paul\u2019s Place, Inc."],
  ["20th street HOPE house", "20th Street H.O.P.E. House"],
  ["community crisis center", "Community Crisis Center"],
  ["maple pantry", "Maple Pantry"],
])("brings the program first whose name the line is: %s", async (line, name) => {
  const { names, criteria } = await find(line);
  expect(names[0]).toBe(name);
  expect(criteria.place).toBeNull();
});

it("brings an organization's programs first by its name", async () => {
  const { names } = await find("Rosewood Community Partners");
  expect(names.slice(0, 3).sort()).toEqual(
    [
      "20th Street H.O.P.E. House",
      "Chase Brexton Health Services, Inc., Baltimore City",
      "Paul\u2019s Place, Inc.",
    ].sort(),
  );
});

it("takes the beginning of many names for words, and a name elsewhere for none", async () => {
  expect((await find("head start")).criteria).toMatchObject({ named: [], needs: ["preschool"] });
  expect((await find("food")).criteria.named).toEqual([]);
  expect((await find("maple pantry 21215")).criteria.named).toEqual([]);
  expect((await find("maple pantry", there)).criteria.named).toEqual([]);
});
