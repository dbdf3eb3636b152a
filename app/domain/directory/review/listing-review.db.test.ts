import { beforeAll, describe, expect, it } from "vitest";
import { at, checkDesk, fresh, userId } from "../../../../tests/setup/check-desk";
import { testDatabase } from "../../../../tests/setup/database";
import { makeOrganization } from "../../../../tests/setup/listing-rows";
import { listConcerns, recordListingConcern, resolveConcern } from "../../feedback/index.server";
import type { Actor } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import {
  confirmListings,
  countListingReview,
  createListing,
  listListingReview,
  listUrgentChanges,
  markChangesLooked,
  pauseListing,
  publishListing,
  recordPhoneCheck,
  saveListingSection,
  sendBackListing,
  unpublishListing,
} from "../index.server";

const db = await testDatabase();
const { run, asPublic, ask, checksOf, mailsOf, county, listing } = checkDesk(db);

const person = { kind: "staff" as const, userId, membershipId: userId, teamName: null, name: "Test P." };
function asAdmin<T>(jurisdictionId: string, day: number, act: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor: Actor = { ...person, role: "jurisdiction_admin", jurisdictionId, organizationId: null };
  return run(jurisdictionId, actor, day, act);
}
function asManager<T>(
  jurisdictionId: string,
  organizationId: string,
  act: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return run(jurisdictionId, { ...person, role: "provider_manager", jurisdictionId, organizationId }, 0, act);
}
const queue = (here: string, day: number, name: "waiting" | "phone" | "stale" | "due" | "never") =>
  asAdmin(here, day, async (ctx) => (await listListingReview(ctx, { queue: name })).rows);

beforeAll(async () => {
  await db.owner.query(
    "insert into \"user\" (id, name, email, updated_at) values ($1, 'Alex Admin', 'alex@harbor.example', now())",
    [userId],
  );
});

describe("the review queues", () => {
  it("hold what is due, stale and never checked, each once, with the number to phone", async () => {
    const { here, organization } = await county();
    await db.owner.query(
      "insert into phone (id, jurisdiction_id, organization_id, number) values (gen_random_uuid(), $1, $2, '(410) 555-0101')",
      [here, organization],
    );
    await listing(here, organization, "Fresh", fresh(20));
    await listing(here, organization, "Due", fresh(200));
    await listing(here, organization, "Stale", fresh(280));
    await listing(here, organization, "Never", { assuredAt: null });
    const names = async (name: "stale" | "due" | "never") =>
      (await queue(here, 0, name)).map((row) => row.name);
    expect([await names("due"), await names("stale"), await names("never")]).toEqual([
      ["Due"],
      ["Stale"],
      ["Never"],
    ]);
    expect((await queue(here, 0, "due"))[0]).toMatchObject({
      phone: "(410) 555-0101",
      checkedDaysAgo: 200,
      asked: 0,
    });
    expect(await asAdmin(here, 0, countListingReview)).toMatchObject({
      due: 1,
      stale: 1,
      never: 1,
      phone: 0,
    });
  });
  it("say whom to phone after three mails without an answer, and a phone check on the provider's word ends it", async () => {
    const { here, organization } = await county();
    const id = await listing(here, organization, "Silent", fresh(9));
    const lonely = await makeOrganization(db, here, "No address");
    await listing(here, lonely, "Nobody to ask", fresh(181));
    for (let day = 0; day < 15; day++) await ask(here, day);
    expect((await checksOf(here)).length).toBe(3);
    expect((await queue(here, 15, "phone")).map((row) => row.name)).toEqual(["Nobody to ask"]);
    expect((await queue(here, 20, "phone")).map((row) => row.name)).toEqual(["Nobody to ask", "Silent"]);
    await asAdmin(here, 20, (ctx) => recordPhoneCheck(ctx, { id, version: 1 }));
    expect((await queue(here, 20, "phone")).map((row) => row.name)).toEqual(["Nobody to ask"]);
    // The old count is asked about anew, three times, and only then a person phones again.
    for (let day = 21; day < 36; day++) await ask(here, day);
    expect((await checksOf(here)).length).toBe(6);
    expect((await queue(here, 36, "phone")).map((row) => row.name)).toEqual(["Nobody to ask"]);
    expect((await queue(here, 40, "phone")).map((row) => row.name)).toEqual(["Nobody to ask", "Silent"]);
    const { rows } = await db.owner.query(
      "select f.changed_by, f.action, s.assured_at, a.reason from field_change f join service s on s.id = f.service_id join audit_entry a on a.entity_id = s.id::text where s.id = $1",
      [id],
    );
    expect(rows).toEqual([{ changed_by: "agency", action: "confirm", assured_at: at(20), reason: "phoned" }]);
  });
  it("take a listing out, out for good, and tell the urgent changes of providers", async () => {
    const { here, organization } = await county();
    const id = await listing(here, organization, "Out", fresh(300));
    await asManager(here, organization, (ctx) => pauseListing(ctx, { id, version: 1, paused: true }));
    const urgent = await asAdmin(here, 0, (ctx) => listUrgentChanges(ctx, {}));
    expect(urgent.rows).toMatchObject([
      { field: "status", replacement: "temporarily_closed", listingName: "Out" },
    ]);
    const ids = urgent.rows.map((row) => row.id);
    expect(await asAdmin(here, 0, (ctx) => markChangesLooked(ctx, { ids }))).toBe(1);
    expect(await asAdmin(here, 0, (ctx) => markChangesLooked(ctx, { ids }))).toBe(0);
    expect(await asAdmin(here, 0, (ctx) => listUrgentChanges(ctx, {}))).toEqual({ rows: [], total: 0 });
    expect((await asAdmin(here, 0, (ctx) => countListingReview(ctx))).urgent).toBe(0);
    await asAdmin(here, 0, (ctx) => unpublishListing(ctx, { id, version: 2, reason: "stale" }));
    const shown = () => db.owner.query("select 1 from listing_search where service_id = $1", [id]);
    expect((await shown()).rowCount).toBe(0);
    await asAdmin(here, 0, (ctx) =>
      unpublishListing(ctx, { id, version: 3, reason: "closed", doNotList: true }),
    );
    await expect(
      asManager(here, organization, (ctx) => publishListing(ctx, { id, version: 4 })),
    ).rejects.toMatchObject({ message: "do_not_list" });
    await expect(
      asAdmin(here, 0, (ctx) => unpublishListing(ctx, { id, version: 1, reason: "stale" })),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the review rule", () => {
  const answers = {
    basics: { name: "New", needCodes: ["food"], summaryEn: "New." },
    who: {},
    when_where: { deliveryModes: ["phone"] },
    how_to_join: { phone: "(410) 555-0149" },
    languages_access: { staffLanguages: ["en"] },
    openings: { capacityStatus: "open" },
  } as const;

  it("has a new listing looked at first where a jurisdiction wants it; sent back with what is missing, then shown", async () => {
    const { here, organization } = await county();
    await db.owner.query("update jurisdiction set settings = $2 where id = $1", [
      here,
      { reviewNewListings: true },
    ]);
    const manager = <T>(act: (ctx: Ctx) => Promise<T>) => asManager(here, organization, act);
    const id = await manager((ctx) => createListing(ctx, { name: "New" }));
    let version = 1;
    for (const [section, values] of Object.entries(answers))
      version = await manager((ctx) =>
        saveListingSection(ctx, {
          id,
          version,
          section: section as keyof typeof answers,
          values: { ...values },
        }),
      );
    expect(await manager((ctx) => publishListing(ctx, { id, version }))).toBe("in_review");
    expect((await queue(here, 0, "waiting")).map((row) => row.id)).toEqual([id]);
    await asAdmin(here, 0, (ctx) => sendBackListing(ctx, { id, version: version + 1, sections: ["who"] }));
    await expect(manager((ctx) => publishListing(ctx, { id, version: version + 2 }))).rejects.toMatchObject({
      fieldErrors: { who: ["more_needed"] },
    });
    await manager((ctx) => saveListingSection(ctx, { id, version: version + 2, section: "who", values: {} }));
    await manager((ctx) => publishListing(ctx, { id, version: version + 3 }));
    expect(await asAdmin(here, 0, (ctx) => publishListing(ctx, { id, version: version + 4 }))).toBe(
      "published",
    );
    const told = await db.owner.query(
      "select replacement, changed_by from field_change where service_id = $1 and field = 'listing_state' order by at, id",
      [id],
    );
    expect(told.rows.map((row) => row.changed_by).sort()).toEqual([
      "agency",
      "agency",
      "provider",
      "provider",
    ]);
  });
});

describe("something wrong", () => {
  it("asks the provider the same day when two people name the same field, once; the agency settles each", async () => {
    const { here, organization } = await county();
    const id = await listing(here, organization, "Wrong", fresh(3));
    const say = (field: "phone" | "hours", day: number) =>
      asPublic(here, day, (ctx) => recordListingConcern(ctx, { slug: id, field, words: "" }));
    await say("phone", 0);
    await say("hours", 0.05);
    expect(await checksOf(here)).toEqual([]);
    await say("phone", 0.1);
    await say("phone", 0.2);
    expect(await checksOf(here)).toMatchObject([{ kind: "concern", service_id: id, turn: 1 }]);
    expect(await mailsOf(here)).toMatchObject([{ template: "listing-concern" }]);
    const { rows } = await asAdmin(here, 1, (ctx) => listConcerns(ctx));
    expect(rows.map((row) => [row.field, row.askedAt !== null])).toEqual([
      ["phone", true],
      ["hours", false],
      ["phone", true],
      ["phone", false],
    ]);
    await asAdmin(here, 1, (ctx) => resolveConcern(ctx, { id: rows[0]?.id ?? "", resolution: "corrected" }));
    await expect(
      asAdmin(here, 1, (ctx) => resolveConcern(ctx, { id: rows[0]?.id ?? "", resolution: "other" })),
    ).rejects.toMatchObject({ code: "conflict" });
    expect((await asAdmin(here, 1, (ctx) => listConcerns(ctx))).total).toBe(3);
  });
});

describe("all still right", () => {
  it("confirms up to five at once, all or none", async () => {
    const { here, organization } = await county();
    const ids = [];
    for (let n = 0; n < 6; n++) ids.push(await listing(here, organization, `P${n}`, fresh(20)));
    const keys = ids.map((id) => ({ id, version: 1 }));
    await expect(
      asManager(here, organization, (ctx) => confirmListings(ctx, { keys })),
    ).rejects.toMatchObject({ code: "invalid" });
    const late = keys.slice(0, 5).map((key, index) => ({ ...key, version: index === 4 ? 9 : 1 }));
    await expect(
      asManager(here, organization, (ctx) => confirmListings(ctx, { keys: late })),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    expect(
      await asManager(here, organization, (ctx) => confirmListings(ctx, { keys: keys.slice(0, 5) })),
    ).toBe(5);
    const { rows } = await db.owner.query(
      "select count(*)::int from service where organization_id = $1 and assured_at = $2",
      [organization, at(0)],
    );
    expect(rows).toEqual([{ count: 5 }]);
  });
});
