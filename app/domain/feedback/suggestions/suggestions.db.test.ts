import { beforeAll, describe, expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { testDatabase } from "../../../../tests/setup/database";
import {
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import { getPublishedListings } from "../../directory/index.server";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import {
  countSuggestions,
  listSuggestions,
  makeSuggestion,
  readSuggestion,
  refuseSuggestion,
  reopenSuggestion,
  takeSuggestion,
} from "../index.server";

const db = await testDatabase();
const userId = newId();
let here = "";
let mine = "";
const admin = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId: here }, { userId });
  return db.inTransaction({ jurisdictionId: here }, (tx) => run({ actor, tx, clock: testClock }));
};
const visitor = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> =>
  db.inTransaction({ jurisdictionId: here }, (tx) =>
    run({ actor: { kind: "public", jurisdictionId: here }, tx, clock: testClock }),
  );
const sql = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows;
const listing = (slug: string) =>
  makeListing(db, here, {
    service: {
      slug,
      name: "Story Time",
      description: "Old",
      organizationId: mine,
      publishedAt: testClock.now(),
    },
  });

/** Address, usual hours and progress of a listing's When and where. */
const whereAndWhen = async (serviceId: string) =>
  (
    await sql(
      `select a.address1, a.city, a.postal_code, h.byday, h.opens_at, h.closes_at, h.description,
         s.sections ->> 'when_where' as section
       from service s left join schedule h on h.service_id = s.id
       left join service_at_location p on p.service_id = s.id left join address a on a.location_id = p.location_id
       where s.id = $1`,
      [serviceId],
    )
  )[0];

beforeAll(async () => {
  here = await makeJurisdiction(db, "suggest");
  mine = await makeOrganization(db, here, "Rosewood");
  await sql(
    "insert into \"user\" (id, name, email, updated_at) values ($1, 'Test Admin', 'a@suggest.example', now())",
    [userId],
  );
});

describe("a suggested change", () => {
  it("shows nothing before it is taken, is applied with history, and settles the same ones told by others", async () => {
    const id = await listing("story-one");
    const change = {
      kind: "change" as const,
      slug: "story-one",
      proposed: { phone: "(410) 555-0177", description: "New words", hours: "Mondays" },
    };
    await visitor((ctx) =>
      makeSuggestion(ctx, { ...change, contactEmail: "Nina@thanks.example", language: "es" }),
    );
    await visitor((ctx) =>
      makeSuggestion(ctx, { ...change, proposed: { ...change.proposed, description: "new  WORDS" } }),
    );
    const shown = async () =>
      (await visitor((ctx) => getPublishedListings(ctx, { slugs: ["story-one"] })))[0]?.card;
    expect(await shown()).toMatchObject({ description: "Old", phone: null });
    const { rows, total } = await admin((ctx) => listSuggestions(ctx, {}));
    expect({ total, times: rows[0]?.times }).toEqual({ total: 1, times: 2 });
    const read = await admin((ctx) => readSuggestion(ctx, { id: rows[0]?.id ?? "" }));
    expect(read.listing?.now.description).toBe("Old");
    const take = (values: Record<string, string>) =>
      admin((ctx) =>
        takeSuggestion(ctx, { id: read.row.id, version: 1, listingVersion: read.listing?.version, values }),
      );
    await expect(take({ phone: "call us" })).rejects.toMatchObject({ code: "invalid" });
    await take({ phone: "(410) 555-0177", description: "New words, corrected" });
    expect(await shown()).toMatchObject({
      phone: { number: "(410) 555-0177" },
      familyText: { en: { summary: "New words, corrected" } },
    });
    expect(await admin((ctx) => countSuggestions(ctx))).toBe(0);
    const told = await sql(
      "select changed_by, replacement from field_change where service_id = $1 and field = 'description'",
      [id],
    );
    expect(told).toEqual([{ changed_by: "agency", replacement: "New words, corrected" }]);
    expect(await sql("select assured_at from service where id = $1", [id])).toEqual([{ assured_at: null }]);
    expect(await sql("select to_email, locale, params from outbox_message")).toEqual([
      { to_email: "nina@thanks.example", locale: "es", params: {} },
    ]);
    await expect(take({ description: "Again" })).rejects.toThrow("suggestion_decided");
  });

  it("moves the only place and sets the hours as the person leaves them; never those of a confidential place", async () => {
    const id = await listing("story-place");
    const take = async (values: Record<string, string>) => {
      const key = await visitor((ctx) =>
        makeSuggestion(ctx, { kind: "change", slug: "story-place", proposed: { hours: "x", place: "y" } }),
      );
      const { listing: now } = await admin((ctx) => readSuggestion(ctx, { id: key }));
      return admin((ctx) =>
        takeSuggestion(ctx, { id: key, version: 1, listingVersion: now?.version, values }),
      );
    };
    await expect(take({ place: "near the school" })).rejects.toMatchObject({
      fieldErrors: { "values.place": ["address"] },
    });
    await take({ place: "9 Invented Road, Towson, MD 21204", hours: "By appointment" });
    expect(await whereAndWhen(id)).toMatchObject({
      address1: "9 Invented Road",
      description: "By appointment",
      byday: [],
    });
    const told = await sql("select distinct changed_by from field_change where service_id = $1", [id]);
    expect(told).toEqual([{ changed_by: "agency" }]);
    await sql("update service set confidential = true where id = $1", [id]);
    await expect(take({ place: "9 Invented Road, Towson, MD 21204" })).rejects.toMatchObject({
      fieldErrors: { "values.place": ["hidden_place"] },
    });
  });

  it("must say something, and is refused and taken up again", async () => {
    await listing("story-two");
    await expect(
      visitor((ctx) => makeSuggestion(ctx, { kind: "change", slug: "story-two", proposed: {} })),
    ).rejects.toMatchObject({ fieldErrors: { name: ["nothing"] } });
    await expect(
      visitor((ctx) => makeSuggestion(ctx, { kind: "closed", slug: "no-such", proposed: {} })),
    ).rejects.toThrow("not_found");
    const id = await visitor((ctx) =>
      makeSuggestion(ctx, { kind: "closed", slug: "story-two", proposed: {} }),
    );
    await admin((ctx) => refuseSuggestion(ctx, { id, version: 1, reason: "It is open, we called" }));
    await admin((ctx) => reopenSuggestion(ctx, { id, version: 2 }));
    const { listing: now } = await admin((ctx) => readSuggestion(ctx, { id }));
    await admin((ctx) => takeSuggestion(ctx, { id, version: 3, listingVersion: now?.version }));
    expect(await visitor((ctx) => getPublishedListings(ctx, { slugs: ["story-two"] }))).toEqual([]);
  });
});

describe("a suggested program", () => {
  const proposed = {
    name: "Porch Talks",
    organization: "Invented Porch",
    description: "Parents talk.",
    phone: "(410) 555-0188",
    url: "not a web page",
    place: "9 Invented Road, Towson, MD 21204",
    hours: "Mondays and Thursdays 6-8 pm",
    eligibilityDescription: "",
  };
  it("becomes a draft of an unclaimed organization, and shows nowhere", async () => {
    const id = await visitor((ctx) => makeSuggestion(ctx, { kind: "new_listing", proposed }));
    const serviceId = await admin((ctx) => takeSuggestion(ctx, { id, version: 1 }));
    const [row] = await sql(
      `select s.name, s.listing_state, s.url, o.name as organization, o.status, p.number from service s
       join organization o on o.id = s.organization_id left join phone p on p.service_id = s.id where s.id = $1`,
      [serviceId],
    );
    expect(row).toEqual({
      name: "Porch Talks",
      listing_state: "draft",
      url: null,
      organization: "Invented Porch",
      status: "unclaimed",
      number: "(410) 555-0188",
    });
    expect(await whereAndWhen(serviceId)).toEqual({
      address1: "9 Invented Road",
      city: "Towson",
      postal_code: "21204",
      byday: ["MO", "TH"],
      opens_at: "18:00",
      closes_at: "20:00",
      description: null,
      section: "in_progress",
    });
    expect(await sql("select 1 from listing_search where service_id = $1", [serviceId])).toEqual([]);
  });
  it("or of one that is chosen", async () => {
    const id = await visitor((ctx) =>
      makeSuggestion(ctx, { kind: "new_listing", proposed: { ...proposed, name: "Other" } }),
    );
    const serviceId = await admin((ctx) => takeSuggestion(ctx, { id, version: 1, organizationId: mine }));
    expect(await sql("select organization_id from service where id = $1", [serviceId])).toEqual([
      { organization_id: mine },
    ]);
  });
});
