import { beforeAll, describe, expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import type { Role } from "../../kernel/actor";
import { fixedClock } from "../../kernel/clock";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import {
  confirmListing,
  listListingHistory,
  pauseListing,
  saveListingSection,
  setOpenings,
  undoFieldChange,
} from "../index.server";

const db = await testDatabase();
let here = "";
let mine = "";
const userId = newId();
let minute = 0;
/** Every act a minute after the one before, so that the order of the history is the order of the acts. */
const nextClock = () => fixedClock(new Date(testClock.now().getTime() + ++minute * 60_000).toISOString());

function as<T>(role: Role, organizationId: string | null, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = staffActor(role, { jurisdictionId: here, organizationId }, { userId });
  return db.inTransaction({ jurisdictionId: here, organizationId }, (tx) =>
    run({ actor, tx, clock: nextClock() }),
  );
}
const manager = <T>(run: (ctx: Ctx) => Promise<T>) => as("provider_manager", mine, run);
const admin = <T>(run: (ctx: Ctx) => Promise<T>) => as("jurisdiction_admin", null, run);

const joining = { phone: "(410) 555-0149", isFree: "yes", applicationProcess: "Call us." };
const place = {
  deliveryModes: ["centre"],
  byday: ["SA"],
  opensAt: "10:00",
  closesAt: "11:00",
  street: "8 Pretend Avenue",
  city: "Baltimore",
  state: "MD",
  postalCode: "21215",
};
type Place = typeof place & { visibility?: string; visibilityReason?: string };

async function published(name: string, more: object = {}): Promise<string> {
  return makeListing(db, here, {
    service: { organizationId: mine, name, publishedAt: testClock.now(), ...more },
    location: { street: "1 First Street", city: "Baltimore" },
  });
}
const save = (id: string, version: number, section: "how_to_join" | "when_where", values: object) =>
  manager((ctx) => saveListingSection(ctx, { id, version, section, values: { ...values } }));
const stored = async (id: string) =>
  (await db.owner.query("select * from field_change where service_id = $1 order by at, id", [id])).rows;

beforeAll(async () => {
  here = await makeJurisdiction(db, "history");
  mine = await makeOrganization(db, here, "Rosewood Community Partners");
  await db.owner.query(
    "insert into \"user\" (id, name, email, updated_at) values ($1, 'Tess Palmer', 't@rosewood.example', now())",
    [userId],
  );
  await db.owner.query(
    "insert into membership (id, jurisdiction_id, user_id, role, organization_id) values ($1, $2, $3, 'provider_manager', $4)",
    [newId(), here, userId, mine],
  );
});

describe("the history of a listing", () => {
  it("tells each field that changed with both values, who changed it, and nothing that did not change", async () => {
    const id = await published("Story Time");
    await save(id, 1, "how_to_join", joining);
    await save(id, 2, "how_to_join", { ...joining, phone: "(410) 555-0150" });
    const rows = await stored(id);
    expect(rows.find((row) => row.field === "number" && row.previous)).toMatchObject({
      entity: "phone",
      previous: "(410) 555-0149",
      replacement: "(410) 555-0150",
      changed_by: "provider",
      actor_id: userId,
      action: "update",
    });
    expect(rows.filter((row) => row.field === "application_process")).toHaveLength(1);
    await save(id, 3, "how_to_join", { ...joining, phone: "(410) 555-0150" });
    expect(await stored(id)).toHaveLength(rows.length);
  });

  it("tells pauses, openings and checks, each check though the day is the same", async () => {
    const id = await published("Paused", {
      capacityStatus: "open",
      capacityAvailable: 2,
      capacityAsOf: testClock.now(),
    });
    await manager((ctx) => pauseListing(ctx, { id, version: 1, paused: true }));
    await manager((ctx) => pauseListing(ctx, { id, version: 2, paused: false }));
    await manager((ctx) => setOpenings(ctx, { id, version: 3, available: 0 }));
    await manager((ctx) => confirmListing(ctx, { id, version: 4 }));
    await manager((ctx) => confirmListing(ctx, { id, version: 5 }));
    const told = (await stored(id))
      .map((row) => [row.action, row.field, row.previous, row.replacement])
      .filter(([, field]) => field !== "capacity_status");
    expect(told).toEqual([
      ["update", "status", "active", "temporarily_closed"],
      ["update", "status", "temporarily_closed", "active"],
      ["update", "capacity_available", "2", "0"],
      ["confirm", "assured_date", null, "2026-11-21"],
      ["confirm", "assured_date", "2026-11-21", "2026-11-21"],
    ]);
  });

  it("is paged, newest first, and names a colleague only to whom may know", async () => {
    const id = await published("Paged");
    for (let version = 1; version <= 28; version++)
      await save(id, version, "how_to_join", { ...joining, applicationProcess: `Way ${version}.` });
    const first = await manager((ctx) => listListingHistory(ctx, { id, page: 1 }));
    expect(first.rows).toHaveLength(25);
    expect(first.total).toBe(30);
    expect(first.rows[0]).toMatchObject({ previous: "Way 27.", replacement: "Way 28.", who: "Tess P." });
    expect((await admin((ctx) => listListingHistory(ctx, { id, page: 2 }))).rows).toHaveLength(5);
    const worker = await as("provider_worker", mine, (ctx) => listListingHistory(ctx, { id, page: 1 }));
    expect(worker.rows[0]).toMatchObject({ who: null, changedBy: "provider" });
  });
});

describe("undo", () => {
  it("puts a plain field's former value back as a new change, once, and not over a later one", async () => {
    const id = await published("Undo");
    await save(id, 1, "how_to_join", joining);
    await save(id, 2, "how_to_join", { ...joining, phone: "(410) 555-0199", feesDescription: "Sliding" });
    const of = async (field: string, version: number) => {
      const { rows } = await manager((ctx) => listListingHistory(ctx, { id, page: 1 }));
      const change = rows.find((row) => row.field === field && row.canUndo);
      if (!change) throw new Error(`nothing to undo for ${field}`);
      return { changeId: change.id, version };
    };
    const phone = await of("number", 3);
    await manager((ctx) => undoFieldChange(ctx, phone));
    const fees = await of("fees_description", 4);
    await manager((ctx) => undoFieldChange(ctx, fees));
    const { rows } = await db.owner.query(
      "select s.fees_description, s.version, p.number from service s join phone p on p.service_id = s.id where s.id = $1",
      [id],
    );
    expect(rows).toEqual([{ fees_description: null, version: 5, number: "(410) 555-0149" }]);
    expect((await stored(id)).at(-1)).toMatchObject({
      action: "undo",
      previous: "Sliding",
      replacement: null,
    });
    await expect(manager((ctx) => undoFieldChange(ctx, { ...phone, version: 5 }))).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(manager((ctx) => undoFieldChange(ctx, { ...fees, version: 4 }))).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(
      as("provider_worker", mine, (ctx) => undoFieldChange(ctx, { ...phone, version: 5 })),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a hidden place", () => {
  const hide = (id: string, version: number, values: Place) => save(id, version, "when_where", values);

  it("names its fields without a value, and empties what was told before", async () => {
    const id = await published("Safe Rest");
    await hide(id, 1, { ...place, street: "5 Secret Way", city: "Quietville" });
    expect(JSON.stringify(await stored(id))).toContain("Secret Way");
    await hide(id, 2, {
      ...place,
      street: "5 Secret Way",
      city: "Quietville",
      visibility: "hidden",
      visibilityReason: "safety",
    });
    const rows = await stored(id);
    expect(JSON.stringify(rows)).not.toMatch(/Secret|Quietville|First Street|21215|39\.34/);
    expect(rows.filter((row) => row.entity === "address").length).toBeGreaterThan(3);
    expect(rows.find((row) => row.field === "address_visibility")).toMatchObject({ replacement: "hidden" });
    expect(rows.some((row) => row.field === "opens_at" && row.replacement === "10:00")).toBe(true);
  });

  it("stays append-only for everything else", async () => {
    const id = await published("Kept");
    await save(id, 1, "how_to_join", joining);
    await expect(
      asSystem(db, here, (ctx) => ctx.tx.fieldChange.deleteMany({ where: { serviceId: id } })),
    ).rejects.toThrow();
    await asSystem(db, here, (ctx) => ctx.tx.$executeRaw`select forget_place_history(${id}::uuid)`);
    expect((await stored(id)).some((row) => row.replacement === "(410) 555-0149")).toBe(true);
  });
});
