import { beforeAll, expect, it } from "vitest";
import { makePerson, staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { makeJurisdiction, testClock } from "../../../tests/setup/listing-rows";
import type { Ctx } from "../kernel/context";
import { readJurisdiction, readSettings } from "../organizations/index.server";
import { changeFacts, readOwnJurisdiction, undoChange } from "./index.server";

const db = await testDatabase();
let here = "";
let there = "";
let userId = "";
const as = <T>(run: (ctx: Ctx) => Promise<T>, jurisdictionId = here): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId }, { userId });
  return db.inTransaction({ jurisdictionId, actorId: userId }, (tx) => run({ actor, tx, clock: testClock }));
};

const facts = {
  ...{ version: 1, name: "Harbor County", title: "Harbor Families", timeZone: "America/New_York" },
  ...{ supportPhone: "410 555 0100", textPhone: "(410) 555-0101", crisisPhone: "988", place: "" },
  ...{ opensAt: "9", closesAt: "18", holidays: "2026-12-24\n12/31/2026" },
  ...{ federalThisYear: false, federalNextYear: true },
};

beforeAll(async () => {
  here = await makeJurisdiction(db, "county-here");
  there = await makeJurisdiction(db, "county-there");
  const memberships = [{ jurisdictionId: here, role: "jurisdiction_admin" as const }];
  ({ userId } = await makePerson(db, { email: "ada@county.example", name: "Ada Reyes", memberships }));
  const settings = { calendar: { holidays: ["2025-12-25", "2026-11-26"] }, kept: "as it is" };
  await db.arrange.jurisdiction.update({ where: { id: here }, data: { settings } });
});

it("tells what would change and changes nothing", async () => {
  const changes = await as((ctx) => changeFacts(ctx, { ...facts, dryRun: true }));
  expect(changes).toContainEqual({ field: "name", from: "county-here", to: "Harbor County" });
  expect(changes.find(({ field }) => field === "holidays")).toMatchObject({ from: "2026-11-26" });
  expect(await as(readOwnJurisdiction)).toMatchObject({ version: 1, history: [] });
});

it("changes it as one version with one audit entry, keeps days that are over and settings of others", async () => {
  await as((ctx) => changeFacts(ctx, facts));
  const own = await as(readOwnJurisdiction);
  expect(own).toMatchObject({
    version: 2,
    kept: { supportPhone: "410 555 0100", settings: { kept: "as it is" } },
  });
  const { holidays } = (await as(readSettings)).calendar;
  expect(holidays.slice(0, 3)).toEqual(["2025-12-25", "2026-12-24", "2026-12-31"]);
  expect(holidays).toContain("2027-07-05");
  expect((await as(readJurisdiction)).hours).toEqual({ opensAt: 9, closesAt: 18 });
  expect(own.history).toMatchObject([{ version: 2, by: "Ada Reyes" }]);
  const entries = await db.arrange.auditEntry.findMany({ where: { jurisdictionId: here } });
  expect(entries).toMatchObject([{ event: "jurisdiction.changed", actorId: userId, entityId: here }]);
  expect(entries[0]?.reason).toContain("name: county-here -> Harbor County; title:");
  expect(await as((ctx) => readJurisdiction(ctx), there)).toMatchObject({ name: "county-there" });
});

it("tells the second of two at once, and whoever changes nothing", async () => {
  const change = (name: string) => as((ctx) => changeFacts(ctx, { ...facts, name, version: 2 }));
  const both = await Promise.allSettled([change("First County"), change("Second County")]);
  const told = both.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  expect(told).toEqual([expect.stringContaining("jurisdiction_changed")]);
  const { name } = await as(readJurisdiction);
  await expect(as((ctx) => changeFacts(ctx, { ...facts, name, version: 3 }))).rejects.toThrow(
    "nothing_changed",
  );
});

it("puts the last change back, and no older one", async () => {
  await expect(as((ctx) => undoChange(ctx, { version: 2 }))).rejects.toThrow("jurisdiction_changed");
  await as((ctx) => undoChange(ctx, { version: 3 }));
  expect(await as(readOwnJurisdiction)).toMatchObject({ version: 4, kept: { name: "Harbor County" } });
  await expect(as((ctx) => undoChange(ctx, { version: 1 }), there)).rejects.toThrow("nothing_to_undo");
});

it.each([
  [{ name: " " }, { name: ["required"] }],
  [{ supportPhone: "call us" }, { supportPhone: ["phone"] }],
  [{ opensAt: "18", closesAt: "9" }, { closesAt: ["closes_before"] }],
  [{ holidays: "Christmas" }, { holidays: ["date"] }],
  [{ timeZone: "Mars/North" }, { timeZone: ["zone"] }],
  [{ place: "Nowhere at all" }, { place: ["place_unknown"] }],
])("refuses %o", async (wrong, fieldErrors) => {
  const input = { ...facts, version: 4, ...wrong };
  await expect(as((ctx) => changeFacts(ctx, input))).rejects.toMatchObject({ fieldErrors });
});

it("finds a county's middle by ZIP, by town and by county", async () => {
  const middle = async (place: string) => {
    const changes = await as((ctx) => changeFacts(ctx, { ...facts, version: 4, place, dryRun: true }));
    return changes.find(({ field }) => field === "middle")?.to;
  };
  expect(await middle("45402")).toContain("(Montgomery, OH)");
  expect(await middle("Dayton, OH")).toContain("(Montgomery, OH)");
  expect(await middle("Montgomery County, Ohio")).toContain("(Montgomery, OH)");
});
