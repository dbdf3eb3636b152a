import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { expect, it } from "vitest";
import type { ListingSection } from "../../app/domain/directory/editing/listing-sections";
import { action as placeAction } from "../../app/routes/provider/listing-place";
import { action as sectionAction } from "../../app/routes/provider/listing-section";
import { loader as programLoader } from "../../app/routes/public/program";
import { staffActor } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { makeJurisdiction, makeListing, makeOrganization, testClock } from "../setup/listing-rows";
import { openDataPortal } from "./open-data-portal";

/** A provider hides its place for the first time, whatever text of its own, or of its other listings, names the street. */
const db = await testDatabase();
const portal = await openDataPortal(db.owner);
const here = await makeJurisdiction(db, "harbor");
const named = "Zqyapply at Zqymill, 5 Zqymill Lane";

const basics = { name: "Rest", needCodes: ["parenting_support"], summaryEn: "Rest." };
const joining = { phone: "410-555-0100" };
const texts: [string, ListingSection, Record<string, string | string[]>][] = [
  ["name", "basics", { ...basics, name: named }],
  ["summaryEn", "basics", { ...basics, summaryEn: named }],
  ["summaryEs", "basics", { ...basics, summaryEs: named }],
  ["modelName", "basics", { ...basics, modelName: named }],
  ["eligibilityDescription", "who", { eligibilityDescription: named }],
  ["applicationProcess", "how_to_join", { ...joining, applicationProcess: named }],
  ["feesDescription", "how_to_join", { ...joining, feesDescription: named }],
  ["documents", "how_to_join", { ...joining, documents: named }],
  ["mandatedReporterStatement", "how_to_join", { ...joining, mandatedReporterStatement: named }],
  ["expectEn", "how_to_join", { ...joining, expectEn: named }],
  ["expectEs", "how_to_join", { ...joining, expectEs: named }],
  ["bringEn", "how_to_join", { ...joining, bringEn: named }],
  ["bringEs", "how_to_join", { ...joining, bringEs: named }],
  ["accessibility", "languages_access", { staffLanguages: ["en"], accessibility: named }],
  ["hoursNote", "when_where", { hoursNote: named }],
];
const where = {
  deliveryModes: "centre",
  street: "5 Zqymill Lane",
  city: "Baltimore",
  state: "MD",
  postalCode: "21215",
};
const hidden = { ...where, visibility: "hidden", visibilityReason: "safety" };

const versionOf = async (id: string) =>
  String((await db.owner.query("select version from service where id = $1", [id])).rows[0].version);

/** What the form of a page posts: its answers and the version that it showed. */
async function post(
  action: unknown,
  params: Record<string, string>,
  typed: Record<string, string | string[]>,
): Promise<number> {
  const body = new URLSearchParams({ intent: "save", version: await versionOf(params["id"] ?? "") });
  for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one);
  const actor = staffActor("provider_manager", { jurisdictionId: here, organizationId: params["org"] ?? "" });
  const acting = async () =>
    (action as ActionFunction)({
      request: new Request("http://localhost/provider", { method: "POST", body }),
      params,
      context: signedInAs(actor),
    });
  const answer = (await acting().catch((thrown: unknown) => thrown)) as {
    status?: number;
    init?: { status?: number };
  };
  return answer.status ?? answer.init?.status ?? 500;
}

/** What everybody can have: the page, what search keeps, open data. */
async function told(id: string): Promise<string> {
  const { rows } = await db.owner.query("select slug from service where id = $1", [id]);
  const slug = String(rows[0].slug);
  const page = await (programLoader as unknown as LoaderFunction)({
    request: new Request(`http://localhost/en/programs/${slug}`),
    params: { lang: "en", slug },
    context: {} as never,
  });
  const cards = await db.owner.query(
    "select card::text, words::text from listing_card join listing_words using (service_id)",
  );
  const open = await portal.ask("GET", "/hsds/services?full=true&per_page=100");
  return JSON.stringify([page, cards.rows, open.body]);
}

async function arrange(name: string) {
  await db.owner.query("truncate organization, service, location, field_change cascade");
  const org = await makeOrganization(db, here, "Rosewood Community Partners");
  const service = { organizationId: org, publishedAt: testClock.now() };
  const id = await makeListing(db, here, { service: { ...service, name, slug: "rest" } });
  await makeListing(db, here, { service: { ...service, name: "Beside", applicationProcess: named } });
  return { org, id };
}

it.each(texts)("hides it at once where %s names its street", async (_field, section, typed) => {
  const { org, id } = await arrange("Rest");
  const save = (at: ListingSection, values: Record<string, string | string[]>) =>
    post(sectionAction, { org, id, section: at }, values);
  expect(await save("when_where", where)).toBe(303);
  expect(await save(section, section === "when_where" ? { ...where, ...typed } : typed)).toBe(303);
  expect(await told(id)).toContain("Zqymill");
  expect(await save("when_where", section === "when_where" ? { ...hidden, ...typed } : hidden)).toBe(303);
  expect((await told(id)).match(/.{0,80}zqymill.{0,20}/gi)).toBe(null);
});

it("hides one of several places at once", async () => {
  const { org, id } = await arrange("Rest");
  expect(
    await post(sectionAction, { org, id, section: "how_to_join" }, { ...joining, applicationProcess: named }),
  ).toBe(303);
  const add = { ...where, placeName: "House" };
  expect(await post(placeAction, { org, id, place: "new" }, add)).toBe(303);
  expect(await post(placeAction, { org, id, place: "new" }, { ...where, street: "9 Shown Road" })).toBe(303);
  const { rows } = await db.owner.query(
    "select x.id from service_at_location x join address a on a.location_id = x.location_id where a.address1 like '5 %'",
  );
  const hiding = { ...hidden, placeName: "House" };
  expect(await post(placeAction, { org, id, place: rows[0].id }, hiding)).toBe(303);
  expect((await told(id)).match(/.{0,80}zqymill.{0,20}/gi)).toBe(null);
});

it("says the street no more where it was before it moved, nor one that it moves from as it is hidden in part", async () => {
  const { org, id } = await arrange("Rest");
  const save = (values: Record<string, string>) =>
    post(sectionAction, { org, id, section: "when_where" }, values);
  expect(await save(where)).toBe(303);
  expect(await save({ ...where, street: "9 Later Road" })).toBe(303);
  expect(await told(id)).toContain("Zqymill");
  expect(await save(hidden)).toBe(303);
  expect((await told(id)).match(/.{0,80}(?:zqymill|later road).{0,20}/gi)).toBe(null);
  const again = await arrange("Rest");
  const partial = { ...where, visibility: "partial", visibilityReason: "safety", street: "9 Later Road" };
  const at = { org: again.org, id: again.id, section: "when_where" };
  expect(await post(sectionAction, at, where)).toBe(303);
  expect(await post(sectionAction, at, partial)).toBe(303);
  expect((await told(again.id)).match(/.{0,80}(?:zqymill|later road).{0,20}/gi)).toBe(null);
});

it("knows a street that was typed in the same press that hides it", async () => {
  const { org, id } = await arrange("Rest");
  const save = (section: ListingSection, values: Record<string, string | string[]>) =>
    post(sectionAction, { org, id, section }, values);
  expect(await save("when_where", { ...hidden, street: "66 Zqpmill Court" })).toBe(303);
  const said = { ...joining, applicationProcess: "Ring at 66 Zqpmill Court, on Zqpmill" };
  expect(await save("how_to_join", said)).toBe(303);
  expect((await told(id)).match(/.{0,80}zqpmill.{0,20}/gi)).toBe(null);
});

it("gets another address where its own was made of a name that it has no more", async () => {
  const { org, id } = await arrange("Rest");
  await db.owner.query("update service set slug = 'rest-at-zqymill-lane-1a2b3c' where id = $1", [id]);
  const save = (values: Record<string, string>) =>
    post(sectionAction, { org, id, section: "when_where" }, values);
  expect(await save(where)).toBe(303);
  expect(await save(hidden)).toBe(303);
  const { rows } = await db.owner.query("select slug from service where id = $1", [id]);
  expect(rows[0].slug).toMatch(/^program-[0-9a-f]{8}$/);
});

it("tells no building that the place was called by, in the words of its own organization", async () => {
  const { org, id } = await arrange("Rest");
  const save = (section: ListingSection, values: Record<string, string | string[]>) =>
    post(sectionAction, { org, id, section }, values);
  expect(await save("when_where", { ...where, street: "Zqylofts Row, 5 Zqymill Lane" })).toBe(303);
  await db.owner.query(
    "update location set name = 'Zqygantry Works' where id in (select location_id from service_at_location where service_id = $1)",
    [id],
  );
  const said = { ...joining, applicationProcess: "Ring at the Zqygantry Works, in Zqylofts Row." };
  expect(await save("how_to_join", said)).toBe(303);
  expect(await told(id)).toContain("Zqygantry Works");
  expect(await save("when_where", hidden)).toBe(303);
  expect((await told(id)).match(/.{0,80}zqy(?:gantry|lofts).{0,20}/gi)).toBe(null);
});
