import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { asSystem, makeJurisdiction, testClock } from "../../../../tests/setup/listing-rows";
import { fixedClock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import { emptyCriteria } from "../search/search-criteria";
import { recordUnmetNeed } from "./record-unmet-need.server";

const db = await testDatabase();
let here = "";
beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
});

const zip = {
  kind: "zip" as const,
  code: "21215",
  label: "21215",
  latitude: 39.3453,
  longitude: -76.6843,
  countyFips: "24510",
};
const wishAt = (seconds = 0) => newId(new Date(testClock.now().getTime() - seconds * 1000));
const record = (wish: string, criteria: object, open = 0, now = testClock.now()) =>
  asSystem(db, here, (ctx) =>
    recordUnmetNeed(
      { ...ctx, clock: fixedClock(now.toISOString()), actor: { kind: "public", jurisdictionId: here } },
      { wish, criteria: { ...emptyCriteria, ...criteria }, open },
    ),
  );
const rows = async () => {
  const found = await db.arrange.unmetNeed.findMany({ orderBy: { id: "asc" } });
  await db.owner.query("delete from unmet_need");
  return found.map(({ needCode, areaCode, language, channel }) => [needCode, areaCode, language, channel]);
};

describe("recordUnmetNeed", () => {
  it("writes one row a need, with the area and the language and nobody", async () => {
    await record(wishAt(), { needs: ["respite", "shelter"], place: zip, languages: ["es"] });
    expect(await rows()).toEqual([
      ["respite", "21215", "es", "public"],
      ["shelter", "21215", "es", "public"],
    ]);
    await record(wishAt(), { place: { ...zip, kind: "county", code: "24510" } });
    await record(wishAt(), { place: { ...zip, kind: "point" }, needs: ["food"] });
    const found = await rows();
    expect(found).toContainEqual([null, "c24510", null, "public"]);
    expect(found).toContainEqual(["food", null, null, "public"]);
  });
  it("counts a wish once, however often its results are looked at", async () => {
    const wish = wishAt();
    for (let look = 0; look < 3; look += 1) await record(wish, { needs: ["respite", "shelter"] });
    expect(await rows()).toHaveLength(2);
    await record(wishAt(), { needs: ["respite"] });
    await record(wishAt(), { needs: ["respite"] });
    expect(await rows()).toHaveLength(2);
  });
  it("counts nothing where something has room", async () => {
    await record(wishAt(), { needs: ["respite"] }, 1);
    expect(await rows()).toEqual([]);
  });
  it("counts the look that follows the post, and no later one", async () => {
    await record(wishAt(60), { needs: ["respite"] });
    expect(await rows()).toHaveLength(1);
    await record(wishAt(61), { needs: ["respite"] });
    expect(await rows()).toEqual([]);
  });
});
