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
  endArea,
  listAreaNames,
  listAreas,
  readArea,
  readSearch,
  restoreArea,
  saveArea,
  undoAreaChange,
} from "../index.server";

const db = await testDatabase();
const userId = newId();
let here = "";
let there = "";
const at = <T>(jurisdictionId: string, run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId }, { userId });
  return db.inTransaction({ jurisdictionId }, (tx) => run({ actor, tx, clock: testClock }));
};
const admin = <T>(run: (ctx: Ctx) => Promise<T>) => at(here, run);
const hill = { id: "", version: 0, nameEn: "Cherry Hill", nameEs: "Colina de los Cerezos", zips: "21225" };
const place = async (line: string, language = "en", where = here) => {
  const { criteria, notUsed } = await at(where, (ctx) => readSearch(ctx, { line, language }));
  return [criteria.place?.label ?? null, criteria.radiusMiles, notUsed];
};
const refusal = (input: Partial<Parameters<typeof saveArea>[1]>) =>
  admin((ctx) => saveArea(ctx, { ...hill, nameEn: "Another", nameEs: "", ...input })).catch(
    (error: unknown) => (error as { fieldErrors?: unknown }).fieldErrors,
  );
let hillId = "";

beforeAll(async () => {
  here = await makeJurisdiction(db, "areas-here");
  there = await makeJurisdiction(db, "areas-there");
  const mine = await makeOrganization(db, here, "Rosewood");
  await makeListing(db, here, {
    service: { name: "Groups", organizationId: mine, publishedAt: testClock.now() },
    areas: [{ extentType: "zip", codes: ["21225"] }],
  });
  await makeListing(db, here, {
    service: { name: "Circle", organizationId: mine, publishedAt: testClock.now() },
    location: { name: "House", street: "1 Example Street" },
  });
  const other = { otherNames: "the hill\nCerritos", counties: "" };
  expect((await admin((ctx) => saveArea(ctx, { ...hill, ...other, dryRun: true }))).id).toBe("");
  hillId = (await admin((ctx) => saveArea(ctx, { ...hill, ...other }))).id;
});

describe("a jurisdiction's own areas", () => {
  it("are read as a place by each name in each language, however it is written, here alone", async () => {
    expect(await place("food near Cherry Hill")).toEqual(["Cherry Hill", 5, []]);
    expect(await place("comida en COLINA de los cerezos", "es")).toEqual(["Colina de los Cerezos", 5, []]);
    expect(await place("cherry-hill, MD food", "es")).toEqual(["Colina de los Cerezos", 5, []]);
    expect(await place("cérritos")).toEqual(["Cherry Hill", 5, []]);
    expect((await place("cerritos", "en", there))[0]).toBe(null);
  });

  it("go before a town of the same name, give way to a ZIP, and are looked through whole", async () => {
    expect((await place("Dundalk"))[0]).toBe("Dundalk");
    const wide = { ...hill, nameEn: "Dundalk", nameEs: "", zips: "21222 21224", counties: "Harford County" };
    const { liesIn, miles } = await admin((ctx) => saveArea(ctx, wide));
    expect([liesIn.length, miles]).toEqual([3, 25]);
    expect(await place("diapers Dundalk")).toEqual(["Dundalk", 25, []]);
    expect(await place("Dundalk 3 miles")).toEqual(["Dundalk", 3, []]);
    expect(await place("Dundalk 21215")).toEqual(["21215", 5, []]);
    const district = { ...hill, nameEn: "District 5", nameEs: "", zips: "21206" };
    await admin((ctx) => saveArea(ctx, district));
    expect(await place("district 5 food")).toEqual(["District 5", 5, []]);
  });

  it("refuse what is not known, by its name, and a name that means something already", async () => {
    expect(
      await refusal({ zips: "21215, 00001 2121", counties: "Howard; Prince George’s County, MD; Nowhere" }),
    ).toEqual({
      zips: ["zip_unknown:00001, 2121"],
      counties: ["county_unknown:Nowhere"],
    });
    expect(await refusal({ zips: "" })).toEqual({ zips: ["no_ground"] });
    expect(await refusal({ nameEn: " " })).toEqual({ nameEn: ["required"] });
    expect(await refusal({ otherNames: "CHERRY  HILL" })).toEqual({ otherNames: ["name_taken:CHERRY HILL"] });
    expect(await refusal({ nameEs: "comida" })).toEqual({ nameEs: ["name_is_word:comida"] });
    expect(await refusal({ nameEn: "21215" })).toEqual({ nameEn: ["name_short:21215"] });
    await admin((ctx) => changeNeed(ctx, { code: "food", version: 0, synonymsEn: "the pantry" }));
    expect(await refusal({ otherNames: "The Pantry" })).toEqual({ otherNames: ["name_is_word:The Pantry"] });
  });

  it("tell whom a change touches, keep the version that was read, and are put back", async () => {
    const area = await admin((ctx) => readArea(ctx, { id: hillId }));
    expect(area).toMatchObject({
      version: 1,
      zipCount: 1,
      lastChange: [],
      otherNames: ["the hill", "Cerritos"],
    });
    const changed = { ...hill, id: hillId, version: 1, nameEn: "Cherry Hill South", zips: "21225 21215" };
    const saved = await admin((ctx) => saveArea(ctx, changed));
    expect(saved.programs).toEqual({ standing: 1, serving: 1, either: 2 });
    expect(saved.changes).toEqual([
      { field: "nameEn", from: "Cherry Hill", to: "Cherry Hill South" },
      { field: "otherNames", from: "the hill, Cerritos", to: "" },
      { field: "zips", from: "", to: "21215" },
    ]);
    await expect(admin((ctx) => saveArea(ctx, changed))).rejects.toThrow("area_changed");
    await expect(admin((ctx) => saveArea(ctx, { ...changed, version: 2 }))).rejects.toThrow(
      "nothing_changed",
    );
    const entry = await db.arrange.auditEntry.findFirst({
      where: { jurisdictionId: here, event: "area.changed" },
    });
    expect(entry).toMatchObject({
      entity: "Area",
      entityId: hillId,
      fields: ["nameEn", "otherNames", "zips"],
    });
    expect(entry?.reason).toContain("nameEn: Cherry Hill -> Cherry Hill South");
    await expect(admin((ctx) => undoAreaChange(ctx, { id: hillId, version: 1 }))).rejects.toThrow(
      "area_changed",
    );
    await admin((ctx) => undoAreaChange(ctx, { id: hillId, version: 2 }));
    expect(await place("the hill")).toEqual(["Cherry Hill", 5, []]);
    await expect(admin((ctx) => undoAreaChange(ctx, { id: hillId, version: 3 }))).rejects.toThrow(
      "nothing_to_undo",
    );
  });

  it("end and come back; another jurisdiction has none of them", async () => {
    await admin((ctx) => endArea(ctx, { id: hillId, version: 3 }));
    expect((await place("the hill"))[0]).toBe(null);
    expect((await admin((ctx) => listAreaNames(ctx))).map(({ nameEn }) => nameEn)).not.toContain(
      "Cherry Hill",
    );
    const taken = (await admin((ctx) => saveArea(ctx, { ...hill, nameEn: "Cerritos", nameEs: "" }))).id;
    await expect(admin((ctx) => restoreArea(ctx, { id: hillId, version: 4 }))).rejects.toMatchObject({
      fieldErrors: { otherNames: ["name_taken:Cerritos"] },
    });
    await admin((ctx) => endArea(ctx, { id: taken, version: 1 }));
    await admin((ctx) => restoreArea(ctx, { id: hillId, version: 4 }));
    expect((await place("the hill"))[0]).toBe("Cherry Hill");
    const listed = (await admin((ctx) => listAreas(ctx))).find(({ id }) => id === hillId);
    expect(listed?.programs).toEqual({ standing: 0, serving: 1, either: 1 });
    expect(await at(there, (ctx) => listAreas(ctx))).toEqual([]);
    await expect(at(there, (ctx) => readArea(ctx, { id: hillId }))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
