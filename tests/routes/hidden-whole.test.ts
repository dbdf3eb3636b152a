import { buffer } from "node:stream/consumers";
import type { LoaderFunction } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { copyRows } from "../../app/db/copy-rows.server";
import { getListing, saveListingSection, searchListings } from "../../app/domain/directory/index.server";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { previewListing } from "../../app/domain/directory/reading/listing-preview";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { placeOfZip } from "../../app/domain/directory/places/places";
import { fixedClock } from "../../app/domain/kernel/clock";
import { importHsds, openSource } from "../../app/interop/hsds/import-hsds.server";
import { writeHsdsPackage } from "../../app/interop/hsds/out/hsds-package.server";
import { loader as askLoader } from "../../app/routes/public/ask";
import { loader as listLoader } from "../../app/routes/public/kept-list";
import { loader as programLoader } from "../../app/routes/public/program";
import { testDatabase } from "../setup/database";
import { asSystem, makeJurisdiction, testClock } from "../setup/listing-rows";
import { type MarkedPackage, marked, placeMarks, writeMarkedPackage } from "../setup/marked-package";
import { readZip } from "../setup/read-package";
import { openDataPortal } from "./open-data-portal";

/**
 * An imported place with a child of every kind that HSDS has, each value unmistakable, hidden in every way there is. Whoever
 * reads the open data, the export or a page finds none of it; whoever polls sees it go.
 */
const db = await testDatabase();
const portal = await openDataPortal(db.owner);
const here = await makeJurisdiction(db, "harbor");
let minute = 0;

async function take(given: MarkedPackage): Promise<void> {
  const from = await openSource(await writeMarkedPackage(given), { allowPrivate: false }, () => undefined);
  const clock = fixedClock(new Date(testClock.now().getTime() + ++minute * 60_000).toISOString());
  await db.inTransaction({ jurisdictionId: here }, (tx) =>
    importHsds(
      { actor: { kind: "system", name: "test", jurisdictionId: here }, tx, clock },
      { from, source: "city", copy: copyRows(tx), progress: () => undefined },
    ),
  );
}

const lists = ["services", "organizations", "service_at_locations"];
const text = async (path: string) => (await portal.ask("GET", `/hsds/${path}`)).body;

async function openData(): Promise<string> {
  const answers: string[] = [];
  for (const list of lists) {
    const whole = `${list}?per_page=100&full=true${list === "organizations" ? "&full_service=true" : ""}`;
    const body = await text(whole);
    answers.push(body, await text(`${whole}&format=ndjson`), await text(list));
    for (const { id } of (JSON.parse(body) as { contents: { id: string }[] }).contents)
      answers.push(await text(`${list}/${id}`));
  }
  return answers.join("\n");
}

async function exported(): Promise<string> {
  const parts: Buffer[] = [];
  await asSystem(db, here, (ctx) =>
    writeHsdsPackage(ctx, { format: "both", title: "Test", profile: null }, async (bytes) => {
      parts.push(await buffer(bytes as never));
    }),
  );
  return [...(await readZip(Buffer.concat(parts)))].map(([name, file]) => `${name}\n${file}`).join("\n");
}

async function pages(): Promise<string> {
  const { rows } = await db.owner.query<{ id: string; slug: string }>("select id, slug from service");
  const load = async (loader: unknown, path: string, slug: string) =>
    JSON.stringify(
      await (loader as LoaderFunction)({
        request: new Request(`http://localhost${path}`, { headers: { Cookie: `kept=${slug}` } }),
        params: { lang: "en", slug },
        context: {} as never,
      }),
    );
  const said: string[] = [];
  for (const { id, slug } of rows) {
    said.push(await load(programLoader, `/en/programs/${slug}`, slug));
    said.push(await load(askLoader, `/en/programs/${slug}/ask`, slug));
    said.push(await load(listLoader, "/en/list", slug));
    const row = await asSystem(db, here, async (ctx) => (await getListing(ctx, { id })).row);
    said.push(JSON.stringify(previewListing(row, testClock.now())));
  }
  for (const criteria of [{}, { place: placeOfZip("21204") }, { words: ["trees"] }])
    said.push(
      JSON.stringify(
        await asSystem(db, here, (ctx) =>
          searchListings(
            { ...ctx, actor: { kind: "public", jurisdictionId: here } },
            { criteria: { ...emptyCriteria, ...criteria } },
          ),
        ),
      ),
    );
  return said.join("\n");
}

async function kept(): Promise<string> {
  const tables = ["listing_search", "listing_card", "listing_reach", "listing_words"];
  const rows = [];
  for (const table of tables) rows.push((await db.owner.query(`select t::text from ${table} t`)).rows);
  const told = await db.owner.query("select entity, field, previous, replacement from field_change");
  return JSON.stringify([rows, told.rows]);
}

const doors = { openData, exported, pages, kept };
const marksOf = (said: string) => [...new Set(said.match(new RegExp(placeMarks, "g")))];

async function expectGone(): Promise<void> {
  for (const [name, read] of Object.entries(doors)) expect([name, marksOf(await read())]).toEqual([name, []]);
}

const hide = (tellsWhileHidden: string[] = []) =>
  asSystem(db, here, async (ctx) => {
    const { row } = await getListing(ctx, { id: marked.service });
    await saveListingSection(ctx, {
      id: row.id,
      version: row.version,
      section: "when_where",
      // As the form is sent, with the hours that it showed.
      values: {
        deliveryModes: ["video"],
        byday: ["WE"],
        hoursNote: "ZmHoursOfBoth",
        visibility: "hidden",
        visibilityReason: "safety",
        tellsWhileHidden,
      },
    });
  });

beforeEach(async () => {
  await db.owner.query(
    `truncate organization, service, location, program, taxonomy_term, attribute, field_change, phone, contact, schedule,
       language, service_area, import_run, import_conflict, listing_search, listing_card, listing_reach, listing_words cascade`,
  );
});

describe("a place that is shown", () => {
  it("says every one of its marks, so that none of them can be missed below", async () => {
    await take({});
    expect(marksOf(await openData()).length).toBeGreaterThan(60);
    expect(marksOf(await exported()).length).toBeGreaterThan(60);
    expect(marksOf(await pages()).length).toBeGreaterThan(3);
  });
});

describe("an imported place that is hidden", () => {
  it.each(["visibility", "attribute"] as const)(
    "leaves by no door when its package arrives with it hidden by its %s",
    async (hidden) => {
      await take({ hidden });
      expect(await openData()).toContain("Rest Under Trees");
      await expectGone();
    },
  );

  it.each(["visibility", "attribute"] as const)(
    "is cleared when a later package hides it by its %s, and whoever polls sees it go",
    async (hidden) => {
      await take({});
      const paths = [`/hsds/services/${marked.service}`, `/hsds/organizations/${marked.organization}`];
      const tags: string[] = [];
      for (const path of paths) tags.push(String((await portal.ask("GET", path)).headers.etag));
      const since = new Date(testClock.now().getTime() + minute * 60_000 + 1_000).toISOString();
      await take({ hidden });
      await expectGone();
      for (const [at, path] of paths.entries()) {
        const again = await portal.ask("GET", path, { "if-none-match": tags[at] ?? "" });
        expect([path, again.status]).toEqual([path, 200]);
      }
      const changed = JSON.parse(await text(`services?modified_after=${since}`)) as { total_items: number };
      // The other listing of the organization too: its full form holds the organization's places.
      expect(changed.total_items).toBe(2);
    },
  );

  it("is cleared when somebody hides it here, and a later package does not bring it back", async () => {
    await take({});
    await hide();
    await expectGone();
    await take({});
    await expectGone();
  });

  it("keeps the hours and the area that its listing states for itself, as our own editor writes them", async () => {
    await take({});
    await db.owner.query(
      `insert into schedule (id, jurisdiction_id, service_id, kind, byday, opens_at, closes_at, description, source)
       values (gen_random_uuid(), $1, $2, 'regular', '{MO}', '03:33', '04:44', 'ZmHoursOfListing', 'portal')`,
      [here, marked.service],
    );
    await db.owner.query(
      `insert into service_area (id, jurisdiction_id, service_id, name, extent_type, codes, source)
       values (gen_random_uuid(), $1, $2, 'ZmAreaOfListing', 'zip', '{21231}', 'portal')`,
      [here, marked.service],
    );
    await asSystem(db, here, (ctx) => writeSearchRows(ctx, [marked.service]));
    expect(await openData()).toContain("ZmAreaOfListing");
    await hide();
    await expectGone();
    for (const read of [openData, exported, pages])
      expect((await read()).match(/ZmAreaOfListing|21231|03:33/g)).toBe(null);
    const { rows } = await db.owner.query("select area_zips from listing_search where service_id = $1", [
      marked.service,
    ]);
    expect(JSON.stringify(rows)).not.toContain("21231");
  });

  it("tells of its children what it was told to, and no more", async () => {
    await take({});
    await hide(["hours"]);
    expect(marksOf(await openData()).toSorted()).toEqual([
      "ZmAttribute12",
      "ZmAttribute13",
      "ZmAttribute14",
      "ZmHours",
      "ZmHoursAt",
      "ZmHoursOfBoth",
      "ZmNote",
    ]);
    await hide(["phone"]);
    const said = marksOf(await openData());
    expect(said).toContain("555-7703");
    expect(said.filter((mark) => !/555|Phone|ZmAttribute(7|8|9|11)$/.test(mark))).toEqual([]);
    expect(await pages()).toContain("555-7702");
  });
});
