import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import { evidenceRatings, protectiveFactors } from "../eligibility/eligibility-rules";
import { mirrorListingRows } from "./mirror-listing-rows.server";
import { needCodes } from "../needs/needs";

const db = await testDatabase();
let harbor = "";
let id = "";
const capacityAsOf = new Date("2026-11-01T10:00:00Z");

async function rows() {
  const read = async (sql: string) => (await db.owner.query<Record<string, unknown>>(sql, [id])).rows;
  return {
    languages: await read(
      "select id, code, note, source from language where service_id = $1 order by code, note",
    ),
    terms: await read(
      "select a.id, a.link_type, t.code from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id where a.link_id = $1 order by 2, 3",
    ),
    counts: await read(
      "select k.id, u.name, available, updated from service_capacity k join unit u on u.id = k.unit_id where service_id = $1",
    ),
  };
}
const mirror = (languagesSaid = false) =>
  asSystem(db, harbor, (ctx) => mirrorListingRows(ctx, [id], { languagesSaid }));
const change = (data: object) =>
  asSystem(db, harbor, (ctx) => ctx.tx.service.updateMany({ where: { id }, data }));
const withoutId = (all: Record<string, unknown>[]) => all.map(({ id: _, ...row }) => row);

beforeAll(async () => {
  harbor = await makeJurisdiction(db, "harbor");
  const organizationId = await makeOrganization(db, harbor, "Invented Agency");
  id = await makeListing(db, harbor, {
    service: {
      name: "Mirror",
      organizationId,
      needCodes: ["food", "housing"],
      staffLanguages: ["en", "es"],
      interpreterLanguages: ["es"],
      evidenceRating: "promising",
      protectiveFactors: ["concrete_support"],
      capacityStatus: "open",
      capacityAvailable: 3,
      capacityAsOf,
    },
  });
});

describe("what a listing keeps in arrays, as rows", () => {
  it("has a term for every code there is", async () => {
    const { rows: terms } = await db.owner.query<{ code: string }>(
      "select t.code from taxonomy_term t join taxonomy x on x.id = t.taxonomy_id where x.source = 'upstream'",
    );
    const codes = terms.map((term) => term.code);
    expect(codes).toEqual(expect.arrayContaining([...needCodes, ...evidenceRatings, ...protectiveFactors]));
  });

  it("is written once, and the same at every run", async () => {
    await mirror();
    const first = await rows();
    expect(withoutId(first.languages)).toEqual([
      { code: "en", note: "spoken by staff", source: "portal" },
      { code: "es", note: "by interpreter", source: "portal" },
      { code: "es", note: "spoken by staff", source: "portal" },
    ]);
    expect(withoutId(first.terms)).toEqual([
      { link_type: "evidence", code: "promising" },
      { link_type: "need", code: "food" },
      { link_type: "need", code: "housing" },
      { link_type: "protective_factor", code: "concrete_support" },
    ]);
    expect(withoutId(first.counts)).toEqual([{ name: "opening", available: 3, updated: capacityAsOf }]);
    expect(first.languages.every((row) => /^[0-9a-f-]{14}3[0-9a-f-]{4}8/.test(String(row["id"])))).toBe(true);
    await mirror();
    await mirror(true);
    expect(await rows()).toEqual(first);
  });

  it("follows what changes", async () => {
    await change({
      needCodes: ["food"],
      staffLanguages: ["en"],
      evidenceRating: null,
      capacityStatus: "full",
      capacityAvailable: 0,
    });
    await mirror(true);
    const now = await rows();
    expect(now.languages.map((row) => [row["code"], row["note"]])).toEqual([
      ["en", "spoken by staff"],
      ["es", "by interpreter"],
    ]);
    expect(now.terms.map((row) => row["code"])).toEqual(["food", "concrete_support"]);
    expect(now.counts[0]?.["available"]).toBe(0);
    await change({ capacityStatus: "assess_first", capacityAvailable: null });
    await mirror();
    expect((await rows()).counts).toEqual([]);
  });

  it("says nothing twice that a source has said, and takes it back with the provider's word only", async () => {
    await db.owner.query(
      "insert into language (id, jurisdiction_id, service_id, code, source) values (gen_random_uuid(), $1, $2, 'fr-CA', 'city')",
      [harbor, id],
    );
    await change({ staffLanguages: ["en", "fr"] });
    await mirror();
    const french = async () =>
      (await rows()).languages
        .filter((row) => String(row["code"]).startsWith("fr"))
        .map((row) => row["code"]);
    expect(await french()).toEqual(["fr-CA"]);
    await change({ staffLanguages: ["en"] });
    await mirror();
    expect(await french()).toEqual(["fr-CA"]);
    await mirror(true);
    expect(await french()).toEqual([]);
  });

  it("moves a source's own count of the whole when ours is newer", async () => {
    const unit =
      "insert into unit (id, jurisdiction_id, name, source) values (gen_random_uuid(), $1, 'seat', 'city') returning id";
    const { rows: made } = await db.owner.query<{ id: string }>(unit, [harbor]);
    await db.owner.query(
      "insert into service_capacity (id, jurisdiction_id, service_id, unit_id, available, updated, source) values (gen_random_uuid(), $1, $2, $3, 9, $4, 'city')",
      [harbor, id, made[0]!.id, new Date("2026-11-05T10:00:00Z")],
    );
    await change({ capacityStatus: "open", capacityAvailable: 2, capacityAsOf });
    await mirror();
    expect(withoutId((await rows()).counts)).toMatchObject([{ name: "seat", available: 9 }]);
    await change({ capacityAsOf: new Date("2026-11-06T10:00:00Z") });
    await mirror();
    expect(withoutId((await rows()).counts)).toMatchObject([{ name: "seat", available: 2 }]);
  });
});
