import { beforeAll, describe, expect, it } from "vitest";
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
  changeSituation,
  endSituation,
  listSituations,
  readSearch,
  restoreSituation,
  searchListings,
} from "../index.server";

const db = await testDatabase();
let here = "";
const admin = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const person = { userId: newId(), membershipId: newId(), teamName: null, name: "Alex T." };
  const actor = { kind: "staff" as const, role: "jurisdiction_admin" as const, ...person };
  return db.inTransaction({ jurisdictionId: here }, (tx) =>
    run({ actor: { ...actor, jurisdictionId: here, organizationId: null }, tx, clock: testClock }),
  );
};
const typed = (line: string) =>
  admin(async (ctx) => {
    const { criteria } = await readSearch(ctx, { line });
    const { results } = await searchListings(ctx, { criteria });
    return { criteria, names: results.map(({ card }) => card.name), says: results[0]?.says };
  });

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  const organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  const listing = (name: string, description: string) =>
    makeListing(db, here, { service: { organizationId, name, description, needCodes: [] } });
  await listing("Crab House Project", "Help for families of watermen in the off season.");
  await listing("Evening Reading", "Stories for children.");
  await listing("Łódka Family Room", "A room to play.");
  await listing("Smørrebrød Table", "Lunch together.");
  await listing("مركز الأسرة السعيدة", "Groups for mothers.");
  await listing("Nhà Đông", "Language classes.");
});

describe("situations of a jurisdiction's own", () => {
  it("are read at once, look for what programs write, and are read no more when ended", async () => {
    expect((await typed("boat is frozen in")).names).not.toContain("Crab House Project");
    const added = { nameEn: "Off season", synonymsEn: "boat is frozen in, no crabs", words: "watermen" };
    const code = await admin((ctx) => changeSituation(ctx, { code: "", version: 0, ...added }));
    const found = await typed("my boat is frozen in");
    expect([found.names[0], found.says]).toEqual(["Crab House Project", ["watermen"]]);
    await admin((ctx) => endSituation(ctx, { code, version: 1 }));
    expect((await typed("boat is frozen in")).names).not.toContain("Crab House Project");
    await admin((ctx) => restoreSituation(ctx, { code, version: 2 }));
    expect((await typed("no crabs")).names[0]).toBe("Crab House Project");
    expect((await admin(listSituations))[0]).toMatchObject({ code, version: 3, ours: null });
    await admin((ctx) =>
      changeSituation(ctx, { code, version: 3, ...added, synonymsEn: "no crabs\nice on the bay" }),
    );
    const { rows } = await db.owner.query(
      "select event, reason from audit_entry where event like 'situation.%' order by at, id",
    );
    expect(rows.map(({ event }) => event).sort()).toEqual(
      ["situation.added", "situation.changed", "situation.ended", "situation.restored"].sort(),
    );
    expect(rows.map(({ reason }) => reason).join()).toContain(
      "synonymsEn: boat is frozen in -> ice on the bay",
    );
  });
  it("add words to ours and a need to their own", async () => {
    const more = { code: "eviction", synonymsEn: "marshal at the door", words: "", needCodes: [] };
    await admin((ctx) => changeSituation(ctx, { ...more, version: 0 }));
    expect((await typed("marshal at the door")).criteria.needs).toEqual(["housing"]);
    await expect(admin((ctx) => changeSituation(ctx, { ...more, version: 0 }))).rejects.toThrow(
      /situation_changed/,
    );
  });
  it.each([
    [{ synonymsEn: "zz y" }, { nameEn: ["required"] }],
    [{ nameEn: "A", words: "rent" }, { synonymsEn: ["required"] }],
    [{ nameEn: "A", synonymsEn: "zz y" }, { words: ["required"] }],
    [{ nameEn: "A", synonymsEn: "boat is frozen in\nmy", words: "rent" }, { synonymsEn: ["everyday"] }],
    [{ nameEn: "A", synonymsEs: "mi, los niños", words: "rent" }, { synonymsEs: ["everyday"] }],
  ])("says what is missing: %j", async (input, errors) => {
    await expect(
      admin((ctx) => changeSituation(ctx, { code: "", version: 0, ...input })),
    ).rejects.toMatchObject({ fieldErrors: errors });
  });
});

describe("names as they are written", () => {
  it.each(["Łódka", "Lodka", "Smørrebrød", "Smorrebrod", "مركز الأسرة السعيدة", "الأسرة", "Đông", "dong"])(
    "finds %s",
    async (name) => expect((await typed(name)).names).toHaveLength(1),
  );
});
