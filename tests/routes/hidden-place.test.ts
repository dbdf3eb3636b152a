import { buffer } from "node:stream/consumers";
import type { LoaderFunction } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import {
  getListing,
  getPublishedListings,
  listListingHistory,
  readSearch,
  saveListingSection,
  searchListings,
} from "../../app/domain/directory/index.server";
import { mailListingChecks } from "../../app/domain/directory/checks/mail-listing-checks.server";
import { previewListing } from "../../app/domain/directory/reading/listing-preview";
import { placeOfZip } from "../../app/domain/directory/places/places";
import { emptyCriteria, type SearchCriteria } from "../../app/domain/directory/search/search-criteria";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";
import { writeHsdsPackage } from "../../app/interop/hsds/out/hsds-package.server";
import { describeListing } from "../../app/routes/intake/find/describe-listing.server";
import { wordsIn } from "../../app/locales/words-in.server";
import { describeCard } from "../../app/routes/listing-card/describe-card.server";
import { loader as askLoader } from "../../app/routes/public/ask";
import { loader as findLoader } from "../../app/routes/public/find";
import { sealSearch } from "../../app/routes/public/finder/sealed-search.server";
import { loader as listLoader } from "../../app/routes/public/kept-list";
import { loader as programLoader } from "../../app/routes/public/program";
import { loader as wrongLoader } from "../../app/routes/public/wrong";
import { testDatabase } from "../setup/database";
import { addHiddenPlaces } from "../setup/hidden-places";
import { asSystem, makeJurisdiction, makeListing, makeOrganization, testClock } from "../setup/listing-rows";
import { readZip } from "../setup/read-package";
import { openDataPortal } from "./open-data-portal";
import type { HttpPortal } from "./portal-over-http";

/**
 * Every path on which a place could leave, walked with a hidden and a partly shown one whose every fact is unmistakable. Mails
 * are walked in app/notify/mail-listing-checks.db.test.ts too, the log and addresses in tests/e2e/public/finder.spec.ts.
 */
const db = await testDatabase();
/** True places: a hidden one, and the street, ZIP and point of one that shows its town alone. */
const hidden = {
  latitude: 39.412345,
  longitude: -76.612345,
  street: "7 Zzsecret Way",
  city: "Zzquietville",
  transportation: "Bus Zzninenine",
};
const partial = { latitude: 39.398765, longitude: -76.598765, street: "9 Zzhalfway Street", city: "Towson" };
const secrets = /Zzsecret|Zzquietville|Zzninenine|Zzhalfway|39\.41234|76\.61234|39\.39876|76\.59876/;

let here = "";
let organizationId = "";
let ids: { hidden: string; partial: string; formerly: string };
let portal: HttpPortal;

const at = placeOfZip("21204");
const near: SearchCriteria = { ...emptyCriteria, needs: ["shelter"], place: at, radiusMiles: 5 };
const far: SearchCriteria = {
  ...emptyCriteria,
  needs: ["shelter"],
  place: placeOfZip("21850"),
  radiusMiles: 1,
};
const asPublic = <T>(run: (ctx: Ctx) => Promise<T>) =>
  asSystem(db, here, (ctx) => run({ ...ctx, actor: { kind: "public", jurisdictionId: here } }));
const search = (criteria: Partial<SearchCriteria>, more: object = {}) =>
  asPublic((ctx) => searchListings(ctx, { criteria: { ...emptyCriteria, ...criteria }, ...more }));
const clean = (what: unknown) => expect(JSON.stringify(what)).not.toMatch(secrets);

const answers = {
  deliveryModes: ["centre"],
  street: hidden.street,
  city: hidden.city,
  state: "MD",
  postalCode: "21204",
  transportation: hidden.transportation,
};

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  await db.owner.query("update organization set email = 'rosewood@invented.example'");
  const service = { organizationId, needCodes: ["shelter"], acceptsSelfReferral: true };
  const make = (name: string, location: object) =>
    makeListing(db, here, {
      service: { ...service, name, slug: name.toLowerCase().replaceAll(" ", "-") },
      location,
    });
  ids = {
    hidden: await make("Safe Rest", { ...hidden, visibility: "hidden" }),
    partial: await make("Half Shown", { ...partial, visibility: "partial" }),
    formerly: await make("Was Open", {}),
  };
  // Shown once, and made confidential by its provider: what was known must be forgotten.
  const save = (version: number, visibility: string) =>
    asSystem(db, here, (ctx) =>
      saveListingSection(ctx, {
        id: ids.formerly,
        version,
        section: "when_where",
        values: { ...answers, visibility, visibilityReason: "safety" },
      }),
    );
  const version = await save(await save(1, "full"), "hidden");
  await addHiddenPlaces(db, here, { id: ids.formerly, version, answers });
  portal = await openDataPortal(db.owner);
}, 120_000);

describe("a hidden place", () => {
  it("is in no search, whatever the sort, the words or the place asked for", async () => {
    for (const sort of ["fit", "nearest", "soonest"] as const) clean(await search(near, { sort }));
    clean(await search(far));
    clean(await search({ needs: ["respite"], place: at }));
    for (const words of [["zzquietville"], ["zzsecret"], ["zzninenine"], ["zzhalfway"], ["21204"]])
      expect((await search({ words })).total, words.join()).toBe(0);
    clean((await asPublic((ctx) => readSearch(ctx, { line: "shelter zzquietvile" }))).criteria.place);
  });
  it("is no nearer at its own door than a hundred miles away", async () => {
    const found = async (criteria: SearchCriteria) =>
      (await search(criteria)).results.filter((one) => [ids.hidden, ids.formerly].includes(one.serviceId));
    const [here, there] = [await found(near), await found(far)];
    expect(here.map((one) => one.serviceId)).toEqual(there.map((one) => one.serviceId));
    expect(here).toHaveLength(2);
    for (const one of [...here, ...there]) expect([one.match.miles, one.card.address]).toEqual([null, null]);
  });
  it("is on no public page", async () => {
    const load = async (loader: unknown, path: string, params: Record<string, string>, cookie = "") => {
      const request = new Request(`http://localhost${path}`, { headers: { Cookie: cookie } });
      const answer = await (loader as LoaderFunction)({
        request,
        params: { lang: "en", ...params },
        context: {} as never,
      });
      expect(JSON.stringify(answer)).toMatch(/Safe Rest|Half Shown|Was Open/);
      clean(answer);
    };
    for (const criteria of [near, far]) {
      const k = sealSearch({ criteria, unknownPlace: null, spoken: null, danger: [], wish: null });
      await load(findLoader, `/en/find?k=${k}`, {});
    }
    for (const slug of ["safe-rest", "half-shown", "was-open"]) {
      await load(programLoader, `/en/programs/${slug}`, { slug });
      await load(askLoader, `/en/programs/${slug}/ask`, { slug });
      await load(wrongLoader, `/en/programs/${slug}/wrong`, { slug });
    }
    await load(listLoader, "/en/list", {}, "kept=safe-rest.half-shown.was-open");
    clean(
      await asPublic((ctx) => getPublishedListings(ctx, { slugs: ["safe-rest", "half-shown", "was-open"] })),
    );
  });
  it("is in no words at intake, on cards or in previews", async () => {
    const words = wordsIn("en", "intake", { timeZone: "America/New_York", now: testClock.now() });
    const { results } = await search(near);
    expect(results).toHaveLength(3);
    for (const listing of results) {
      clean(describeListing(words, listing, 1, new Set()));
      clean(describeCard(words, listing, new Set([listing.organizationId])));
    }
    for (const id of Object.values(ids)) {
      const row = await asSystem(db, here, async (ctx) => (await getListing(ctx, { id })).row);
      clean(previewListing(row, testClock.now()));
    }
  });
  it("is in no mail, no history and no table but its own", async () => {
    const checkId = newId();
    await db.owner.query(
      `insert into listing_check (id, jurisdiction_id, organization_id, service_id, kind, turn, token_hash, listing_version, sent_at, expires_at)
       select $1, jurisdiction_id, organization_id, id, 'review', 1, 'hash', version, $3, $3::timestamptz + interval '14 days' from service where id = $2`,
      [checkId, ids.hidden, testClock.now()],
    );
    const mails = await asSystem(db, here, (ctx) =>
      mailListingChecks(ctx, { checkIds: [checkId], tokenOf: () => "token" }),
    );
    expect(mails).toHaveLength(1);
    clean(mails);
    clean(await asSystem(db, here, (ctx) => listListingHistory(ctx, { id: ids.formerly, page: 1 })));
    const tables = await db.owner.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const pattern = "Zzsecret|Zzquietville|Zzninenine|39\\.41234|76\\.61234";
    for (const { name } of tables.rows.filter((table) => !["address", "location"].includes(table.name))) {
      const { rows } = await db.owner.query(
        `select count(*)::int as count from "${name}" t where t::text ~ $1`,
        [pattern],
      );
      expect([name, rows[0]]).toEqual([name, { count: 0 }]);
    }
    const forgotten = await db.owner.query(
      `select count(*)::int as count from service_at_location p join location l on l.id = p.location_id
       left join address a on a.location_id = l.id where p.service_id = $1 and (l::text || coalesce(a::text, '')) ~ $2`,
      [ids.formerly, pattern],
    );
    expect(forgotten.rows[0]).toEqual({ count: 0 });
  });
  it("is in no answer of the open data, and no filter of it tells where", async () => {
    const lists = ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"];
    for (const list of lists) {
      const answer = await portal.ask(
        "GET",
        `/hsds/${list}?per_page=100${list.startsWith("tax") ? "" : "&full=true"}`,
      );
      expect([list, answer.status]).toEqual([list, 200]);
      expect(answer.body).not.toMatch(secrets);
      for (const { id } of (JSON.parse(answer.body) as { contents: { id: string }[] }).contents) {
        const one = await portal.ask("GET", `/hsds/${list}/${id}`);
        expect(one.body).not.toMatch(secrets);
      }
    }
    for (const words of ["zzsecret", "zzquietville", "zzhalfway"]) {
      const { body } = await portal.ask("GET", `/hsds/services?search=${words}`);
      expect((JSON.parse(body) as { total_items: number }).total_items, words).toBe(0);
    }
    const told = new Set([ids.hidden, ids.formerly]);
    for (const filter of [
      `postcode=21204&proximity=100`,
      "postcode=21204&proximity=5000",
      "postcode=21215",
      "postcode=21204",
    ]) {
      const { body, status } = await portal.ask("GET", `/hsds/service_at_locations?${filter}&full=true`);
      expect(body).not.toMatch(secrets);
      if (status !== 200) continue;
      const found = (JSON.parse(body) as { contents: { service?: { id: string } }[] }).contents;
      expect(
        found.filter((one) => told.has(one.service?.id ?? "")),
        filter,
      ).toEqual([]);
    }
  });
  it("is in no file of the export", async () => {
    const parts: Buffer[] = [];
    await asSystem(db, here, (ctx) =>
      writeHsdsPackage(ctx, { format: "both", title: "Test", profile: null }, async (bytes) => {
        parts.push(await buffer(bytes as never));
      }),
    );
    const files = await readZip(Buffer.concat(parts));
    expect(files.get("services.csv")).toContain("Safe Rest");
    for (const [name, text] of files) expect(secrets.test(text), name).toBe(false);
  });
});
