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
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import {
  confirmListing,
  createListing,
  getListing,
  getPublishedListings,
  listListings,
  pauseListing,
  publishListing,
  saveListingSection,
  searchListings,
  setOpenings,
} from "../index.server";
import { previewListing } from "../reading/listing-preview";
import { emptyCriteria } from "../search/search-criteria";

const db = await testDatabase();
let here = "";
let mine = "";
let theirs = "";
const userId = newId();

function as<T>(organizationId: string, role: Role, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = staffActor(role, { jurisdictionId: here, organizationId }, { userId });
  return db.inTransaction({ jurisdictionId: here, organizationId }, (tx) =>
    run({ actor, tx, clock: testClock }),
  );
}
const manager = <T>(run: (ctx: Ctx) => Promise<T>) => as(mine, "provider_manager", run);
const answers = {
  basics: {
    name: "Story Time",
    nameEs: "Cuentos",
    needCodes: ["respite"],
    summaryEn: "Stories.",
    summaryEs: "Cuentos.",
  },
  who: { childAgeMinMonths: "0", childAgeMaxMonths: "60", caregiverRoles: ["anyone"] },
  when_where: {
    deliveryModes: ["centre"],
    byday: ["SA"],
    opensAt: "10:00",
    closesAt: "11:00",
    street: "8 Pretend Avenue",
    city: "Baltimore",
    state: "MD",
    postalCode: "21215",
  },
  how_to_join: { phone: "(410) 555-0149", isFree: "yes" },
  languages_access: { staffLanguages: ["en", "es"] },
  openings: { capacityStatus: "open", available: "3" },
} as const;
const found = () =>
  asSystem(db, here, (ctx) => searchListings(ctx, { criteria: { ...emptyCriteria, needs: ["respite"] } }));

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  mine = await makeOrganization(db, here, "Rosewood Community Partners");
  theirs = await makeOrganization(db, here, "Harbor Lane");
});

describe("a listing's life", () => {
  it("is written section by section, published, kept in search, paused and confirmed", async () => {
    const id = await manager((ctx) => createListing(ctx, { name: "Story Time" }));
    await expect(manager((ctx) => publishListing(ctx, { id, version: 1 }))).rejects.toMatchObject({
      fieldErrors: { basics: ["in_progress", "need"], openings: ["not_started"] },
    });
    let version = 1;
    for (const [section, values] of Object.entries(answers)) {
      version = await manager((ctx) =>
        saveListingSection(ctx, { id, version, section: section as keyof typeof answers, values }),
      );
    }
    expect((await found()).total).toBe(0);
    await manager((ctx) => publishListing(ctx, { id, version }));
    const shown = (await found()).results[0];
    expect(shown).toMatchObject({
      card: { name: "Story Time", address: { street: "8 Pretend Avenue" } },
      room: { kind: "openings", available: 3 },
    });
    expect(
      await as(mine, "provider_worker", (ctx) => setOpenings(ctx, { id, version: version + 1, change: -1 })),
    ).toBe(2);
    expect((await found()).results[0]?.room.available).toBe(2);
    await manager((ctx) => pauseListing(ctx, { id, version: version + 2, paused: true }));
    expect(await found()).toMatchObject({ total: 0, closedTotal: 1 });
    await manager((ctx) => pauseListing(ctx, { id, version: version + 3, paused: false }));
    await as(mine, "provider_worker", (ctx) => confirmListing(ctx, { id, version: version + 4 }));
    const events = await db.owner.query(
      "select event from audit_entry where entity_id = $1 order by at, id",
      [id],
    );
    expect(new Set(events.rows.map((row) => row.event))).toEqual(
      new Set([
        "listing.created",
        "listing.section_saved",
        "listing.published",
        "listing.openings_set",
        "listing.paused",
        "listing.resumed",
        "listing.confirmed",
      ]),
    );
    const counts = await db.owner.query(
      "select available, change from capacity_event where service_id = $1 order by at, id",
      [id],
    );
    expect(counts.rows).toEqual(
      expect.arrayContaining([
        { available: 3, change: 3 },
        { available: 2, change: -1 },
      ]),
    );
    const preview = await manager(async (ctx) =>
      previewListing((await getListing(ctx, { id })).row, testClock.now()),
    );
    expect(preview.card).toEqual({ ...shown?.card, capacityAvailable: 2, capacitySource: "confirmed" });
  });
  it("refuses bad words by field, and who came too late", async () => {
    const id = await manager((ctx) => createListing(ctx, { name: "Second" }));
    const save = (section: "basics" | "when_where" | "how_to_join", values: object, version = 1) =>
      manager((ctx) => saveListingSection(ctx, { id, version, section, values: { ...values } }));
    await expect(
      save("basics", { name: " ", needCodes: [], summaryEn: "x".repeat(700) }),
    ).rejects.toMatchObject({
      fieldErrors: { name: ["required"], needCodes: ["required"], summaryEn: ["too_long"] },
    });
    await expect(save("when_where", { deliveryModes: ["centre"], visibility: "full" })).rejects.toMatchObject(
      { fieldErrors: { street: ["address"] } },
    );
    await expect(save("how_to_join", { phone: "call us" })).rejects.toMatchObject({
      fieldErrors: { phone: ["phone"] },
    });
    await save("basics", answers.basics);
    await expect(save("basics", answers.basics)).rejects.toMatchObject({
      code: "conflict",
      message: "listing_changed",
    });
  });
  it("is nobody else's, even where it is published", async () => {
    const id = await makeListing(db, here, { service: { organizationId: theirs, name: "Theirs" } });
    await expect(manager((ctx) => getListing(ctx, { id }))).rejects.toMatchObject({ code: "not_found" });
    await expect(
      manager((ctx) => createListing(ctx, { name: "For them", organizationId: theirs })),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await manager((ctx) => listListings(ctx))).map((one) => one.name)).not.toContain("Theirs");
  });
});

describe("a hidden place", () => {
  it("leaves no street, town, ZIP, coordinate or distance by any path", async () => {
    const location = {
      latitude: 39.4015,
      longitude: -76.6019,
      visibility: "hidden" as const,
      street: "5 Secret Way",
      city: "Quietville",
      transportation: "Bus 999",
    };
    const id = await makeListing(db, here, {
      service: { organizationId: mine, name: "Safe Rest", needCodes: ["shelter"] },
      location,
    });
    const place = {
      kind: "zip" as const,
      code: "21215",
      label: "21215",
      latitude: 39.3453,
      longitude: -76.6843,
      countyFips: "24510",
    };
    const asPublic = <T>(run: (ctx: Ctx) => Promise<T>) =>
      asSystem(db, here, (ctx) => run({ ...ctx, actor: { kind: "public", jurisdictionId: here } }));
    const paths = {
      search: await asPublic((ctx) =>
        searchListings(ctx, { criteria: { ...emptyCriteria, needs: ["shelter"], place } }),
      ),
      page: await asPublic((ctx) => getPublishedListings(ctx, { slugs: [id] })),
      words: await asPublic((ctx) =>
        searchListings(ctx, { criteria: { ...emptyCriteria, words: ["quietville"] } }),
      ),
      rows: (
        await db.owner.query(
          "select to_jsonb(s) as s, to_jsonb(c) as c from listing_search s join listing_card c using (jurisdiction_id, service_id, place_no) where s.service_id = $1",
          [id],
        )
      ).rows,
    };
    expect(paths.search.results[0]).toMatchObject({
      serviceId: id,
      match: { miles: null, fits: true },
      card: { hidden: true, address: null },
    });
    expect(paths.page).toHaveLength(1);
    expect(paths.words.total).toBe(0);
    expect(JSON.stringify(paths)).not.toMatch(/Secret|Quietville"|39\.4|76\.60|Bus 999/);
  });
  it("forgets its address the moment it is made confidential", async () => {
    const id = await manager((ctx) => createListing(ctx, { name: "Was open" }));
    await manager((ctx) =>
      saveListingSection(ctx, { id, version: 1, section: "when_where", values: answers.when_where }),
    );
    await manager((ctx) =>
      saveListingSection(ctx, {
        id,
        version: 2,
        section: "when_where",
        values: { ...answers.when_where, visibility: "hidden", visibilityReason: "safety" },
      }),
    );
    const left = await db.owner.query(
      "select l.latitude, l.visibility::text, count(a.id)::int as addresses from service_at_location sl join location l on l.id = sl.location_id left join address a on a.location_id = l.id where sl.service_id = $1 group by l.id",
      [id],
    );
    expect(left.rows).toEqual([{ latitude: null, visibility: "hidden", addresses: 0 }]);
  });
});
