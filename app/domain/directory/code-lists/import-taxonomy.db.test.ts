import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { asSystem, makeJurisdiction } from "../../../../tests/setup/listing-rows";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { hasCategories, importTaxonomy, listCategories, needsOfCategory, readSearch } from "../index.server";

const db = await testDatabase();
let here = "";
const [taxonomyId, top, parenting, animals] = [newId(), newId(), newId(), newId()];
const taxonomy = {
  id: taxonomyId,
  name: "Open Eligibility",
  description: "",
  uri: null,
  version: "2.0",
  source: "open-eligibility",
  attribution: "By somebody, CC BY-SA 3.0",
  terms: [
    {
      id: top,
      code: "1",
      name: "Education",
      description: "Education",
      parentId: null,
      facet: "service",
      needCodes: [],
    },
    {
      id: parenting,
      code: "2",
      name: "Nurturing Circles",
      description: "Education > Nurturing Circles",
      parentId: top,
      facet: "service",
      needCodes: ["parenting_support"],
    },
    {
      id: animals,
      code: "3",
      name: "Animals",
      description: "Animals",
      parentId: null,
      facet: "service",
      needCodes: [],
    },
  ],
};
const run = <T>(work: (ctx: Ctx) => Promise<T>) => asSystem(db, here, work);

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
});

describe("importTaxonomy", () => {
  it("loads terms once, ends those that left, and offers only branches that lead to a need", async () => {
    expect(await run(hasCategories)).toBe(false);
    expect(await run((ctx) => importTaxonomy(ctx, taxonomy))).toEqual({
      added: 3,
      changed: 0,
      unchanged: 0,
      ended: 0,
    });
    expect(await run((ctx) => importTaxonomy(ctx, taxonomy))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 3,
      ended: 0,
    });
    const tree = await run(listCategories);
    expect(tree.attribution).toContain("CC BY-SA");
    expect(tree.services.map((one) => [one.name, one.children.map((child) => child.name)])).toEqual([
      ["Education", ["Nurturing Circles"]],
    ]);
    expect(await run((ctx) => needsOfCategory(ctx, top))).toEqual(["parenting_support"]);
    expect(await run((ctx) => needsOfCategory(ctx, animals))).toEqual([]);
    expect((await run((ctx) => readSearch(ctx, { line: "nurturing circles 21215" }))).criteria.needs).toEqual(
      ["parenting_support"],
    );
    const less = { ...taxonomy, terms: taxonomy.terms.slice(0, 1) };
    expect((await run((ctx) => importTaxonomy(ctx, less))).ended).toBe(2);
    expect((await run(listCategories)).services).toEqual([]);
    expect(await db.prisma.taxonomyTerm.count({ where: { taxonomyId } })).toBe(3);
  });
});
