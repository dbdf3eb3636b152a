import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import { mergeDesk } from "../../../../tests/setup/merge-desk";
import type { Ctx } from "../../kernel/context";
import {
  findKeptSlug,
  getPublishedListings,
  keepApart,
  listDuplicates,
  listMerges,
  mergePair,
  saveListingSection,
  undoMerge,
} from "../index.server";

const db = await testDatabase();
const { as, sql, pairsOf, merge } = await mergeDesk(db);
const visitor = <T>(jurisdictionId: string, run: (ctx: Ctx) => Promise<T>): Promise<T> =>
  db.inTransaction({ jurisdictionId }, (tx) =>
    run({ actor: { kind: "public", jurisdictionId }, tx, clock: testClock }),
  );
describe("looking for duplicates", () => {
  it("tells every rule with what it found, and asks no more about what a person kept apart", async () => {
    const here = await makeJurisdiction(db, "look");
    const one = await makeOrganization(db, here, "Invented Family Center");
    const two = await makeOrganization(db, here, "The Invented Family Centre, Inc.");
    const other = await makeOrganization(db, here, "Harbor Lane");
    await sql("update organization set website = 'https://www.invented.example/about' where id = $1", [one]);
    await sql("update organization set website = 'invented.example' where id = $1", [two]);
    await sql("update organization set website = 'https://harbor.example' where id = $1", [other]);
    const pairs = await pairsOf(here, "organization");
    expect(pairs).toHaveLength(1);
    expect(new Set([pairs[0]?.first.id, pairs[0]?.second.id])).toEqual(new Set([one, two]));
    expect(pairs[0]?.evidence).toEqual([
      { rule: "name_alike", held: true, finding: expect.stringMatching(/^\d\d$/) },
      { rule: "same_tax_id", held: false, finding: null },
      { rule: "same_website", held: true, finding: "invented.example" },
      { rule: "same_phone", held: false, finding: null },
    ]);
    await as(here, (ctx) => keepApart(ctx, { pairId: pairs[0]?.id ?? "" }));
    expect(await pairsOf(here, "organization")).toEqual([]);
    expect(
      (await as(here, (ctx) => listDuplicates(ctx, { entity: "organization", status: "apart" }))).total,
    ).toBe(1);
  });

  it("does not take programs of the same name at two places for one", async () => {
    const here = await makeJurisdiction(db, "places");
    const mine = await makeOrganization(db, here, "Rosewood");
    const at = (street: string) => ({
      service: { name: "Story Time", organizationId: mine },
      location: { street },
    });
    await makeListing(db, here, at("1 First Street"));
    await makeListing(db, here, at("9 Other Street"));
    expect(await pairsOf(here, "service")).toEqual([]);
    await makeListing(db, here, at("1 First Street"));
    const pairs = await pairsOf(here, "service");
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.evidence.filter(({ held }) => held).map(({ rule }) => rule)).toEqual([
      "name_alike",
      "same_organization",
      "same_place",
    ]);
    expect(JSON.stringify(pairs)).not.toContain("First Street");
  });
});

describe("merging listings", () => {
  it("hides one, leads its page to the other, takes chosen fields with history, and is undone", async () => {
    const here = await makeJurisdiction(db, "listings");
    const mine = await makeOrganization(db, here, "Rosewood");
    const service = (slug: string, description: string) => ({
      service: { name: "Story Time", slug, description, organizationId: mine, publishedAt: testClock.now() },
      location: { street: "1 First Street" },
    });
    const kept = await makeListing(db, here, service("story-kept", "Old words"));
    const gone = await makeListing(db, here, service("story-gone", "Better words"));
    const [pair] = await pairsOf(here, "service");
    const id = await merge(here, pair?.id ?? "", kept, ["description"]);
    const slugs = ["story-kept", "story-gone"];
    const shown = async () =>
      (await visitor(here, (ctx) => getPublishedListings(ctx, { slugs }))).map(({ card }) => card.slug);
    expect(await shown()).toEqual(["story-kept"]);
    expect(await visitor(here, (ctx) => findKeptSlug(ctx, { slug: "story-gone" }))).toBe("story-kept");
    expect((await sql("select description from service where id = $1", [kept]))[0].description).toBe(
      "Better words",
    );
    expect(
      await sql("select previous, replacement from field_change where entity_id = $1 and action = 'merge'", [
        kept,
      ]),
    ).toEqual([{ previous: "Old words", replacement: "Better words" }]);
    expect(await pairsOf(here, "service")).toEqual([]);
    await as(here, (ctx) => undoMerge(ctx, { mergeId: id }));
    expect(await shown()).toEqual(slugs);
    expect(await visitor(here, (ctx) => findKeptSlug(ctx, { slug: "story-gone" }))).toBeNull();
    expect((await sql("select description from service where id = $1", [kept]))[0].description).toBe(
      "Old words",
    );
    expect(await pairsOf(here, "service")).toHaveLength(1);
    await expect(as(here, (ctx) => undoMerge(ctx, { mergeId: id }))).rejects.toThrow("merge_undone");
    expect(gone).toBeTruthy();
  });

  it("refuses an undo over a later change, and says which field it was", async () => {
    const here = await makeJurisdiction(db, "later");
    const mine = await makeOrganization(db, here, "Rosewood");
    const kept = await makeListing(db, here, {
      service: { name: "Story Time", organizationId: mine, applicationProcess: "Walk in" },
    });
    await makeListing(db, here, {
      service: { name: "Story Time", organizationId: mine, applicationProcess: "Call" },
    });
    const [pair] = await pairsOf(here, "service");
    const id = await merge(here, pair?.id ?? "", kept, ["applicationProcess"]);
    const values = { phone: "(410) 555-0149", applicationProcess: "Write to us" };
    await as(here, (ctx) =>
      saveListingSection(ctx, { id: kept, version: 2, section: "how_to_join", values }),
    );
    await expect(as(here, (ctx) => undoMerge(ctx, { mergeId: id }))).rejects.toThrow("changed_since");
    const [listed] = await as(here, (ctx) => listMerges(ctx));
    expect(listed?.obstacles).toEqual([{ table: "service", columns: ["application_process"], count: 1 }]);
    expect((await sql("select undone_at from merge where id = $1", [id]))[0].undone_at).toBeNull();
  });

  it("is refused when somebody changed one of the two meanwhile", async () => {
    const here = await makeJurisdiction(db, "meanwhile");
    const mine = await makeOrganization(db, here, "Rosewood");
    const kept = await makeListing(db, here, { service: { name: "Story Time", organizationId: mine } });
    await makeListing(db, here, { service: { name: "Story Time", organizationId: mine } });
    const [pair] = await pairsOf(here, "service");
    const input = { pairId: pair?.id ?? "", keptId: kept, keptVersion: 7, mergedVersion: 1, takeFields: [] };
    await expect(as(here, (ctx) => mergePair(ctx, input))).rejects.toThrow("listing_changed");
    const unknown = { ...input, keptVersion: 1, takeFields: ["organizationId"] };
    await expect(as(here, (ctx) => mergePair(ctx, unknown))).rejects.toMatchObject({ code: "invalid" });
  });
});

it("brings nobody to a sealed organization's people and referrals by a merge, whichever is kept", async () => {
  const here = await makeJurisdiction(db, "sealed-merge");
  const refuge = await makeOrganization(db, here, "Invented Refuge House");
  const other = await makeOrganization(db, here, "The Invented Refuge House");
  await sql("update organization set victim_service_provider = true where id = $1", [refuge]);
  const join = async (organizationId: string, email: string) => {
    const [person] = await sql(
      `insert into "user" (id, name, email, updated_at) values (gen_random_uuid(), 'Pat', $1, now()) returning id`,
      [email],
    );
    await sql(
      "insert into membership (id, jurisdiction_id, user_id, role, organization_id) values (gen_random_uuid(), $1, $2, 'provider_manager', $3)",
      [here, person.id, organizationId],
    );
  };
  await join(refuge, "own@refuge.example");
  await join(other, "stranger@refuge.example");
  const [pair] = await pairsOf(here, "organization");
  for (const kept of [refuge, other])
    await expect(merge(here, pair?.id ?? "", kept)).rejects.toThrow("sealed_people");
  await sql("update membership set ended_at = now() where organization_id = $1", [other]);
  await merge(here, pair?.id ?? "", refuge);
});
