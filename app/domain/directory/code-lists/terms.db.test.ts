import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import {
  deprecateTerm,
  listCategories,
  listListingTerms,
  listTerms,
  readSearch,
  restoreTerm,
} from "../index.server";

const db = await testDatabase();
let here = "";
let there = "";
let listing = "";
const run = <T>(work: (ctx: Ctx) => Promise<T>, jurisdiction = here) => asSystem(db, jurisdiction, work);
const term = async (name: string) => {
  const found = (await run(listTerms)).find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const browsed = async (jurisdiction = here) =>
  (await run(listCategories, jurisdiction)).services.flatMap((one) => [
    one.name,
    ...one.children.map(({ name }) => name),
  ]);

beforeAll(async () => {
  here = await makeJurisdiction(db, "terms");
  there = await makeJurisdiction(db, "elsewhere");
  const organizationId = await makeOrganization(db, here, "Rosewood");
  listing = await makeListing(db, here, { service: { organizationId, name: "Circles" } });
  const taxonomyId = newId();
  await db.prisma.taxonomy.create({
    data: { id: taxonomyId, name: "Open Eligibility", source: "open-eligibility" },
  });
  const top = newId();
  const make = (id: string, code: string, name: string, needCodes: string[], parentId: string | null) =>
    db.prisma.taxonomyTerm.create({
      data: { id, taxonomyId, code, name, needCodes, parentId, facet: "service" },
    });
  await make(top, "1", "Education", [], null);
  const circles = newId();
  await make(circles, "2", "Nurturing Circles", ["parenting_support"], top);
  await make(newId(), "3", "Pantry Visits", ["food"], top);
  await db.arrange.attribute.create({
    data: {
      id: newId(),
      jurisdictionId: here,
      linkEntity: "service",
      linkId: listing,
      taxonomyTermId: circles,
    },
  });
});

describe("a term that is used no more", () => {
  it("is browsed by no more here, is read as what replaces it, stays on its listings, and comes back", async () => {
    expect(await browsed()).toEqual(["Education", "Nurturing Circles", "Pantry Visits"]);
    const [circles, pantry] = [await term("Nurturing Circles"), await term("Pantry Visits")];
    expect(circles).toMatchObject({ tree: "service", version: 0, listings: 1 });
    await run((ctx) => deprecateTerm(ctx, { id: circles.id, version: 0, replacedBy: pantry.id }));
    expect(await browsed()).toEqual(["Education", "Pantry Visits"]);
    expect(await browsed(there)).toEqual(["Education", "Nurturing Circles", "Pantry Visits"]);
    const needs = async () =>
      (await run((ctx) => readSearch(ctx, { line: "nurturing circles 21215" }))).criteria.needs;
    expect(await needs()).toEqual(["food"]);
    expect(await run((ctx) => listListingTerms(ctx, { id: listing }))).toEqual([
      { id: circles.id, name: "Nurturing Circles", ended: true, now: "Pantry Visits" },
    ]);
    await run((ctx) => restoreTerm(ctx, { id: circles.id, version: 1 }));
    expect(await needs()).toEqual(["parenting_support"]);
    expect(await run((ctx) => listListingTerms(ctx, { id: listing }))).toMatchObject([{ ended: false }]);
  });

  it("is not replaced by itself, by one that ended, by one unknown, nor by a stale form", async () => {
    const [circles, pantry] = [await term("Nurturing Circles"), await term("Pantry Visits")];
    const end = (id: string, version: number, replacedBy: string) =>
      run((ctx) => deprecateTerm(ctx, { id, version, replacedBy }));
    await expect(end(pantry.id, 0, pantry.id)).rejects.toMatchObject({
      fieldErrors: { replacedBy: ["itself"] },
    });
    await expect(end(pantry.id, 0, newId())).rejects.toMatchObject({
      fieldErrors: { replacedBy: ["unknown"] },
    });
    await expect(end(newId(), 0, "")).rejects.toThrow("not_found");
    await end(pantry.id, 0, "");
    await expect(end(circles.id, 2, pantry.id)).rejects.toMatchObject({
      fieldErrors: { replacedBy: ["ended"] },
    });
    await expect(end(pantry.id, 0, "")).rejects.toThrow("term_changed");
  });
});
