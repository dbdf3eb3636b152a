import { randomUUID } from "node:crypto";
import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { emptyCriteria, type SearchCriteria } from "../../app/domain/directory/search/search-criteria";
import { openCall, saveCallSearch, switchCaller } from "../../app/domain/households/index.server";
import { wordsToRead } from "../../app/domain/referrals/family/consent-as-read";
import * as referrals from "../../app/domain/referrals/index.server";
import { keptSearch } from "../../app/routes/intake/find/find-facts.server";
import type { LoadedFind } from "../../app/routes/intake/find/load-find.server";
import type { OutreachView, PanelView } from "../../app/routes/intake/find/view";
import { action as outreachAction, loader as outreachLoader } from "../../app/routes/intake/outreach";
import { action as referAction, loader as referLoader } from "../../app/routes/intake/refer";
import { staffActor } from "../setup/auth-people";
import { makeScopes } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { deskOf } from "../setup/referral-desk";

const db = await testDatabase();
const { own: place } = await makeScopes(db);
const desk = deskOf(db, place);
const context = signedInAs(staffActor("community_navigator", place, { userId: place.userId }));
let slug = "";
const asService = (set: string) =>
  db.owner.query(`update service set ${set} where id = $1 returning slug`, [place.serviceId]);

beforeAll(async () => {
  const basis = { key: "law", citation: "Test Code 1", kind: "statute", label: { en: "Test" } };
  await db.owner.query("update jurisdiction set settings = settings || $2 where id = $1", [
    place.jurisdictionId,
    { disclosureBases: [basis] },
  ]);
  const { rows } = await asService("assured_at = now(), need_codes = '{baby_supplies}'");
  slug = (rows[0] as { slug: string }).slug;
  await desk.system((ctx) => writeSearchRows(ctx, [place.serviceId]));
});

const url = (more = "") => `http://localhost/${more}`;
const look = async <T>(loader: unknown, params: Record<string, string>, more = ""): Promise<T> => {
  const answer = await (loader as LoaderFunction)({ request: new Request(url(more)), params, context });
  return (typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer) as T;
};
const post = async (action: unknown, params: Record<string, string>, fields: string[][], more = "") =>
  (await (action as ActionFunction)({
    request: new Request(url(more), { method: "POST", body: new URLSearchParams(fields) }),
    params,
    context,
  })) as Response & { data?: unknown };

const searched = (criteria: Partial<SearchCriteria>) =>
  keptSearch({ ...emptyCriteria, ...criteria }, [], null);
const search = (callId: string, criteria: Partial<SearchCriteria>) =>
  desk.navigator((ctx) => saveCallSearch(ctx, { callId, searchLine: "x", criteria: searched(criteria) }));
const needs = ["baby_supplies", "substance_use", "family_violence"];
const first = { needs, childAgesMonths: [4], languages: [] };

async function callWith(criteria: Partial<SearchCriteria>): Promise<string> {
  const { callId } = await desk.navigator((ctx) => openCall(ctx, { line: "support_line" }));
  await search(callId, criteria);
  return callId;
}
/** What the drawn form sends with a yes: what stands in it, and the needs that are ticked. */
function filled(panel: PanelView, ticked: readonly string[]): string[][] {
  const { postalCode, language, childAgesMonths } = panel.known;
  const family = { ...panel.known, caregiverName: "Maria", phone: "given", email: null, contactWay: "call" };
  const said = wordsToRead({
    by: "worker",
    text: panel.consentText,
    family,
    organization: panel.organization,
  });
  return [
    ...Object.entries({ intent: "send", formKey: panel.formKey, answer: "yes", script: "en", way: "call" }),
    ...Object.entries({ name: "Maria", phone: "(410) 555-0142", wordsEn: said.en, wordsEs: said.es }),
    ...[["duplicateReason", "Another family"]],
    ...Object.entries({ postalCode: postalCode ?? "", language }),
    ...childAgesMonths.map((age) => ["age", String(age)]),
    ...ticked.map((need) => ["need", need]),
  ];
}
const read = async () => {
  const { rows } = await db.owner.query<{ id: string }>(
    "select id from service_referral order by created_at desc, id desc limit 1",
  );
  const referralId = rows[0]?.id ?? "";
  return desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
};

describe("a referral", () => {
  it("asks for what the program lists; what was searched for beside is offered and not ticked", async () => {
    const callId = await callWith(first);
    const params = { id: callId, program: slug };
    const { panel } = await look<LoadedFind>(referLoader, params);
    expect(panel?.needs.map(({ value, asked }) => [value, asked])).toEqual([
      ["baby_supplies", true],
      ["substance_use", false],
      ["family_violence", false],
    ]);
    await post(referAction, params, filled(panel!, ["baby_supplies"]));
    expect((await read()).needCodes).toEqual(["baby_supplies"]);
  });

  it("carries what stood in its form, not what another tab has searched for since", async () => {
    const callId = await callWith(first);
    const params = { id: callId, program: slug };
    const { panel } = await look<LoadedFind>(referLoader, params);
    await search(callId, { needs: ["family_violence"], childAgesMonths: [108], languages: ["es"] });
    await post(referAction, params, filled(panel!, ["baby_supplies"]));
    const { needCodes, family } = await read();
    expect({ needCodes, ages: family?.childAgesMonths, language: family?.language }).toEqual({
      ...{ needCodes: ["baby_supplies"], ages: [4], language: "en" },
    });
  });

  it("is not sent for a family that is not on the call", async () => {
    const callId = await callWith(first);
    const params = { id: callId, program: slug };
    const { panel } = await look<LoadedFind>(referLoader, params);
    await desk.navigator((ctx) => switchCaller(ctx, { callId, caller: "someone_else" }));
    const answer = await post(referAction, params, filled(panel!, []));
    expect(answer.data).toMatchObject({ conflict: "family_not_on_call" });
  });
});

describe("reaching out", () => {
  it("ticks nothing that was searched for beside, and goes to the program that it names when another tab searched on", async () => {
    const callId = await callWith(first);
    const at = `?program=${slug}`;
    const { outreach } = await look<{ outreach: OutreachView }>(outreachLoader, { id: callId }, at);
    expect([outreach.need, outreach.also.map(({ value }) => value)]).toEqual([
      ...["baby_supplies", ["substance_use", "family_violence"]],
    ]);
    await search(callId, { needs: ["job_training"], childAgesMonths: [200], languages: ["vi"] });
    const again = await look<{ outreach: OutreachView }>(outreachLoader, { id: callId }, at);
    expect(again.outreach.program.slug).toBe(slug);
    const fields = {
      name: "Ada",
      phone: "4105550144",
      way: "call",
      language: "en",
      ages: "4 months",
      basisKey: "law",
    };
    const answer = await post(
      outreachAction,
      { id: callId },
      Object.entries({ ...fields, intent: "reach-out", formKey: randomUUID(), need: "baby_supplies" }),
      at,
    );
    expect(answer.headers.get("Location")).toContain("done=outreach");
  });

  it("says at once that a program needs a signed release", async () => {
    await asService("needs_signed_release = true");
    await desk.system((ctx) => writeSearchRows(ctx, [place.serviceId]));
    const callId = await callWith(first);
    await expect(look(outreachLoader, { id: callId }, `?program=${slug}`)).rejects.toMatchObject({
      status: 303,
    });
  });
});
