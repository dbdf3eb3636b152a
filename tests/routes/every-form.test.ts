import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { authSettings } from "../../app/auth/auth-settings.server";
import { resolveSession } from "../../app/auth/resolve-session.server";
import type { Role } from "../../app/domain/kernel/actor";
import { makeScopes } from "../setup/authorization-matrix";
import { countyForms } from "../setup/county-forms";
import { testDatabase } from "../setup/database";
import { dayFromNow } from "../setup/day-from-now";
import { arrangeForms, markDatabase } from "../setup/form-rows";
import { type FormRoute, formRoutes, statusOf } from "../setup/form-routes";
import { signInAs } from "../setup/sign-in";

process.env["DATA_FOLDER"] = mkdtempSync(path.join(tmpdir(), "upstream-forms-"));

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const target = await arrangeForms(db.owner, place);
const pages = await formRoutes();

/** Machines' doors and streams of files: their own protocol, and no intent. */
const uploads = ["/admin/imports", "/admin/records", "/admin/translations/upload"];
const ownProtocol = ["/api/mail/events", ...uploads, "/hsds"];
const takesForms = ({ path: at }: FormRoute) =>
  !ownProtocol.some((one) => at === one || at.startsWith("/hsds/"));

const person = "person-a1@example.test";
const enter = async (role: Role) => {
  const { id } = await db.arrange.membership.findFirstOrThrow({ where: { userId: place.userId, role } });
  const cookie = await signInAs(db.prisma, { email: person, membershipId: id }, authSettings().secret);
  return (await resolveSession({ headers: { cookie: `${cookie.name}=${cookie.value}` } })).session;
};
const desks = {
  provider: await enter("provider_manager"),
  intake: await enter("intake_supervisor"),
  linkage: await enter("link_reviewer"),
  manager: await enter("program_manager"),
  admin: await enter("jurisdiction_admin"),
};
const sessionOf = (at: string) =>
  Object.entries(desks).find(([desk]) => at.startsWith(`/${desk}`))?.[1] ?? desks.admin;

/** The rows that a page of this path stands on. */
function paramsOf(at: string): Record<string, string> {
  const ids = {
    duplicates: target.pairId,
    suggestions: target.suggestionId,
    "listing-review": place.serviceId,
    organizations: place.organizationId,
    categories: target.termId,
    areas: "new",
    listings: place.serviceId,
    referrals: target.referralId,
    calls: target.callId,
    "follow-ups": target.referralId,
  };
  const [, of = ""] = /([\w-]+)\/:id/.exec(at) ?? [];
  const id = Object.entries(ids).find(([name]) => name === of)?.[1] ?? "";
  const known: Record<string, string> = {
    lang: "en",
    id,
    org: place.organizationId,
    slug: "program-a1",
    key: "program-a1",
    program: "program-a1",
    code: "food",
    section: "basics",
    place: "new",
    token: target.token,
  };
  const names = [...at.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, known[name] ?? ""]));
}

/** What any act of any page could want, so that one that acts on what it was not asked would succeed. */
const whatever: Record<string, string> = {
  id: place.serviceId,
  version: "1",
  keptId: place.serviceId,
  firstVersion: "1",
  secondVersion: "1",
  merge: target.mergeId,
  pair: target.apartId,
  key: `${place.serviceId} 1`,
  reason: "stale",
  replacedBy: "",
  nameEn: "Renamed",
  email: "somebody@example.test",
  role: "provider_worker",
  organizationId: place.organizationId,
  locale: "en",
  referralId: target.referralId,
  serviceId: place.serviceId,
  available: "2",
  line: "support_line",
  name: "Somebody",
  words: "Something",
  slugs: "program-a1",
  answer: "accept",
  decision: "theirs",
  field: "phone",
};

const context = (at: string) => ({
  cspNonce: "",
  requestId: "request-1",
  clientIp: "127.0.0.1",
  session: sessionOf(at),
});
const ask = (page: FormRoute, init: RequestInit) => {
  const params = paramsOf(page.path);
  const at = page.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "");
  const request = new Request(`http://portal.test${at}`, { method: "POST", ...init });
  return statusOf(page.act, { request, params, context: context(page.path) });
};
const post = (page: FormRoute, intents: readonly string[], fields: Record<string, string> = {}) => {
  const body = new URLSearchParams({ ...whatever, ...fields });
  for (const intent of intents) body.append("intent", intent);
  return ask(page, { body });
};

const foreign = [
  ["none", []],
  ["an empty one", [""]],
  ["one that no page has", ["no-such-intent"]],
  ["the same one twice", ["no-such-intent", "no-such-intent"]],
  ...["__proto__", "constructor", "valueOf", "toString", "hasOwnProperty"].map(
    (name) => [name, [name]] as const,
  ),
] as const;

const file = new FormData();
file.append("intent", new Blob(["save"]), "intent.txt");
const broken: [string, RequestInit][] = [
  ["no body", {}],
  ["words of no kind", { body: new Blob(["intent=save"]) }],
  ["JSON", { body: '{"intent":"save"}', headers: { "content-type": "application/json" } }],
  ["plain text", { body: "intent=save", headers: { "content-type": "text/plain" } }],
  [
    "parts that break off",
    { body: "--x\r\nhalf", headers: { "content-type": "multipart/form-data; boundary=x" } },
  ],
  ["an intent that is a file", { body: file }],
];

it("knows the site's forms", () => {
  expect(pages.length).toBeGreaterThan(45);
  expect(pages.filter(takesForms).length).toBe(pages.length - 7);
});

it.each(pages.map((page) => [page.path, page] as const))(
  "%s acts on its own intents alone, and refuses a body that is no form; nothing is written",
  async (_path, page) => {
    const before = await markDatabase(db.owner);
    if (takesForms(page))
      for (const [name, intents] of foreign) expect([name, await post(page, intents)]).toEqual([name, 404]);
    for (const [name, init] of broken) {
      const status = await ask(page, init);
      expect([name, status >= 400 && status < 500 ? "refused" : status]).toEqual([name, "refused"]);
    }
    expect(await markDatabase(db.owner)).toEqual(before);
  },
);

/** It has begun in every zone of the country: a form of the county's moves it from New York to Chicago. */
const then = dayFromNow(-1);

/** The rows are such that each of these acts: what was refused above was refused for its intent. */
it.each([
  ["/provider/:org/team", "invite", {}],
  ["/provider/:org/listings", "confirm", {}],
  ["/provider/:org/listings/:id", "openings", { version: "2" }],
  [
    "/provider/:org/listings/:id/edit/:section",
    "save",
    { version: "3", needCodes: "food", summaryEn: "Help" },
  ],
  ["/provider/:org/referrals/:id", "accept", {}],
  ["/provider/:org/referrals/:id", "attempt", { way: "call", outcome: "reached" }],
  [
    "/provider/:org/referrals/:id",
    "enrol",
    { version: "3", enrolledOn: then, "children.0.firstName": "Luz", "children.2.birthDate": "2020-02-29" },
  ],
  ["/admin/people", "invite", { email: "other@example.test" }],
  ["/admin/organizations/new", "add", { name: "Another", email: "" }],
  ...countyForms,
  ["/admin/areas/:id", "save", { version: "0", zips: "21215" }],
  [
    "/admin/translations",
    "save",
    { key: "sender:neutral", version: "8", language: "es", words: "la otra línea" },
  ],
  ["/admin/needs/:code", "words", { version: "0" }],
  ["/admin/categories/:id", "end", { version: "0" }],
  ["/admin/suggestions/:id", "take", {}],
  ["/admin/duplicates", "undo", {}],
  ["/admin/listing-review/:id", "unpublish", { version: "5" }],
])("%s does what %s asks", async (at, intent, fields) => {
  const page = pages.find((one) => one.path === at);
  if (!page) throw new Error(`no page ${at}`);
  const before = await markDatabase(db.owner);
  const drawn = { ...fields, formKey: `${at} ${intent}` };
  expect(await Promise.all([post(page, [intent], drawn), post(page, [intent], drawn)])).toEqual([303, 303]);
  const after = await markDatabase(db.owner);
  expect(after).not.toEqual(before);
  expect(await post(page, [intent], drawn), "a third press").toBe(303);
  expect(await markDatabase(db.owner)).toEqual(after);
});

it("a try, a meeting and a suggestion pressed twice are there once; the next drawing of the form is a new act", async () => {
  const { rows } = await db.owner.query("select id from enrollment where referral_id = $1", [
    target.referralId,
  ]);
  const meeting = { enrollmentId: rows[0].id, date: then, status: "attended", mode: "home", minutes: "60" };
  const program = {
    name: "Night Circle",
    organization: "Invented Org",
    description: "Parents meet",
    email: "",
  };
  const acts = [
    ["/provider/:org/referrals/:id", "attempt", { way: "text", outcome: "no_answer" }, "contact_attempt"],
    ["/provider/:org/referrals/:id", "session", meeting, "attendance_session"],
    ["/:lang/suggest", "send", program, "suggestion"],
  ] as const;
  for (const [at, intent, fields, table] of acts) {
    const page = pages.find((one) => one.path === at);
    if (!page) throw new Error(`no page ${at}`);
    const count = async () => Number((await db.owner.query(`select count(*) from ${table}`)).rows[0].count);
    const before = await count();
    for (const formKey of ["first", "first", "second"]) {
      const status = await post(page, [intent], { ...fields, formKey });
      expect([at, intent, status]).toEqual([at, intent, 303]);
    }
    expect([table, (await count()) - before]).toEqual([table, 2]);
  }
});

it("a form of a call that has ended is told so before what is missing in it, and nothing is written", async () => {
  await db.owner.query("update intake_call set ended_at = now() where id = $1", [target.callId]);
  const before = await markDatabase(db.owner);
  const refer = pages.find((one) => one.path === "/intake/calls/:id/refer/:program");
  if (!refer) throw new Error("no refer page");
  expect(await post(refer, ["send"], {})).toBe(409);
  expect(await markDatabase(db.owner)).toEqual(before);
});
