import { beforeAll, describe, expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { testDatabase } from "../../../../tests/setup/database";
import {
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import {
  changeNeed,
  deprecateNeed,
  listNeeds,
  needsInForce,
  readSearch,
  restoreNeed,
  saveListingSection,
  searchListings,
} from "../index.server";
import { emptyCriteria } from "../search/search-criteria";

const db = await testDatabase();
const userId = newId();
let here = "";
let there = "";
let mine = "";
const at = <T>(jurisdictionId: string, run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId }, { userId });
  return db.inTransaction({ jurisdictionId }, (tx) => run({ actor, tx, clock: testClock }));
};
const admin = <T>(run: (ctx: Ctx) => Promise<T>) => at(here, run);
const needsOf = async (line: string, place = here) =>
  (await at(place, (ctx) => readSearch(ctx, { line }))).criteria.needs;
const found = async (need: string) =>
  (await admin((ctx) => searchListings(ctx, { criteria: { ...emptyCriteria, needs: [need] } }))).total;

beforeAll(async () => {
  here = await makeJurisdiction(db, "needs-here");
  there = await makeJurisdiction(db, "needs-there");
  mine = await makeOrganization(db, here, "Rosewood");
});

describe("the list of needs", () => {
  it("refuses words that say nothing alone, and reads no line by a name of such words", async () => {
    await expect(
      admin((ctx) => changeNeed(ctx, { code: "respite", version: 0, synonymsEn: "the", synonymsEs: "mi" })),
    ).rejects.toMatchObject({ fieldErrors: { synonymsEn: ["everyday"], synonymsEs: ["everyday"] } });
    await admin((ctx) => changeNeed(ctx, { code: "respite", version: 0, nameEn: "Family" }));
    expect(await needsOf("food for my family")).toEqual(["food"]);
    await admin((ctx) => changeNeed(ctx, { code: "respite", version: 1 }));
  });

  it("takes a jurisdiction's own words at once, there and nowhere else", async () => {
    expect(await needsOf("la comadre")).toEqual([]);
    const words = { nameEn: "Groceries", synonymsEs: "la comadre, mandado\nLa Comadre" };
    await admin((ctx) => changeNeed(ctx, { code: "food", version: 0, ...words }));
    expect(await needsOf("la comadre")).toEqual(["food"]);
    expect(await needsOf("la comadre", there)).toEqual([]);
    expect((await admin((ctx) => needsInForce(ctx))).names.en.get("food")).toBe("Groceries");
    await expect(admin((ctx) => changeNeed(ctx, { code: "food", version: 0 }))).rejects.toThrow(
      "need_changed",
    );
    await expect(admin((ctx) => changeNeed(ctx, { code: "nothing", version: 0 }))).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("reads a deprecated need as its replacement, still finds old listings by both, and offers it to nobody new", async () => {
    const old = await makeListing(db, here, {
      service: {
        name: "Mentors",
        organizationId: mine,
        needCodes: ["mentoring"],
        publishedAt: testClock.now(),
      },
    });
    const other = await makeListing(db, here, {
      service: { name: "Groups", organizationId: mine, needCodes: ["support_groups"] },
    });
    await admin((ctx) => deprecateNeed(ctx, { code: "mentoring", version: 0, replacedBy: "support_groups" }));
    expect(await needsOf("mentor for my son")).toEqual(["support_groups"]);
    expect([await found("support_groups"), await found("mentoring")]).toEqual([2, 1]);
    expect((await admin((ctx) => needsInForce(ctx))).offered).not.toContain("mentoring");
    const basics = { name: "Circle", summaryEn: "Talk.", needCodes: ["mentoring"] };
    const save = (id: string, needCodes: string[]) =>
      admin((ctx) =>
        saveListingSection(ctx, { id, version: 1, section: "basics", values: { ...basics, needCodes } }),
      );
    await expect(save(other, ["mentoring"])).rejects.toMatchObject({
      fieldErrors: { needCodes: ["required"] },
    });
    expect(await save(old, ["mentoring"])).toBe(2);
    await expect(
      admin((ctx) => deprecateNeed(ctx, { code: "respite", version: 0, replacedBy: "mentoring" })),
    ).rejects.toMatchObject({ fieldErrors: { replacedBy: ["ended"] } });
    await admin((ctx) => restoreNeed(ctx, { code: "mentoring", version: 1 }));
    expect(await needsOf("mentor for my son")).toEqual(["mentoring"]);
    expect(await found("support_groups")).toBe(1);
    expect((await admin((ctx) => listNeeds(ctx))).find(({ code }) => code === "mentoring")?.listings).toBe(1);
  });

  it("follows a replacement that is replaced itself", async () => {
    await admin((ctx) => deprecateNeed(ctx, { code: "shelter", version: 0, replacedBy: "housing" }));
    await admin((ctx) => deprecateNeed(ctx, { code: "housing", version: 0, replacedBy: "money_help" }));
    expect(await needsOf("shelter")).toEqual(["money_help"]);
  });
});
