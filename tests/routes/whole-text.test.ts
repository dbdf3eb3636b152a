import type { LoaderFunction } from "@remix-run/node";
import { expect, it } from "vitest";
import { confirmListing, listListings, searchListings } from "../../app/domain/directory/index.server";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { later } from "../../app/domain/kernel/durations";
import { loader as programLoader } from "../../app/routes/public/program";
import { testDatabase } from "../setup/database";
import { asSystem, makeJurisdiction, makeListing, makeOrganization, testClock } from "../setup/listing-rows";
import { openDataPortal } from "./open-data-portal";

const db = await testDatabase();
const portal = await openDataPortal(db.owner);
const here = await makeJurisdiction(db, "harbor");
const organizationId = await makeOrganization(db, here, "Rosewood Community Partners");

it("says a program's text whole on its page and in open data; a card ends at a word and says that it goes on", async () => {
  const description = `${"Parents talk about children. ".repeat(30)}Extraordinarily the last word.`;
  const service = { organizationId, name: "Long Words", slug: "long-words", description };
  const id = await makeListing(db, here, { service });
  const page = await (programLoader as unknown as LoaderFunction)({
    request: new Request("http://localhost/en/programs/long-words"),
    params: { lang: "en", slug: "long-words" },
    context: {} as never,
  });
  expect(JSON.stringify(page)).toContain(description);
  expect((await portal.ask("GET", `/hsds/services/${id}`)).body).toContain(description);
  const found = await asSystem(db, here, (ctx) =>
    searchListings(ctx, { criteria: { ...emptyCriteria, words: ["long"] } }),
  );
  const shown = found.results[0]?.card.description ?? "";
  expect(shown.length).toBeLessThanOrEqual(601);
  expect(shown).toMatch(/(about|children\.|talk|Parents)…$/);
});

it("tells a count that is too old nowhere, and a check of the listing does not tell it anew", async () => {
  const told = { capacityStatus: "open" as const, capacityAvailable: 7, waitlistLength: 0 };
  const old = later(testClock.now(), { days: -40 });
  const service = { organizationId, name: "Old Count", slug: "old-count", ...told, capacityAsOf: old };
  const id = await makeListing(db, here, { service });
  await asSystem(db, here, (ctx) => confirmListing(ctx, { id, version: 1 }));
  const row = (await db.owner.query("select * from service where id = $1", [id])).rows[0] as Record<
    string,
    unknown
  >;
  expect([row["capacity_as_of"], row["assured_at"]]).toEqual([old, testClock.now()]);
  const events = await db.owner.query("select 1 from capacity_event where service_id = $1", [id]);
  expect(events.rows).toEqual([]);
  const listed = await asSystem(db, here, (ctx) => listListings(ctx));
  expect(listed.find((one) => one.id === id)).toMatchObject({ available: null, room: { kind: "unknown" } });
  const open = JSON.parse((await portal.ask("GET", `/hsds/services/${id}`)).body) as Record<string, unknown>;
  expect(Object.keys(open).filter((name) => /capac|waitlist/.test(name))).toEqual([]);
});
