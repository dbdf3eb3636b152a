import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../../app/db/client.server";
import { openCall } from "../../app/domain/households/index.server";
import type { StaffActor } from "../../app/domain/kernel/actor";
import { systemClock } from "../../app/domain/kernel/clock";
import { action as callAction, loader as callLoader } from "../../app/routes/intake/call";
import { loader as findLoader } from "../../app/routes/public/find";
import { action as searchAction } from "../../app/routes/public/search";
import { recordStatements } from "../bench/record-statements";
import { staffActor } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { makeJurisdiction, makeListing, makeOrganization } from "../setup/listing-rows";

const db = await testDatabase();
const sent = recordStatements(database().pool);
/** What reads the tables that only a search reads. */
const searches = () => sent.taken().filter(({ text }) => /from listing_(reach|words)\b/.test(text)).length;
const unmet = async () => Number((await db.owner.query("select count(*) n from unmet_need")).rows[0].n);

let here = "";
let screener: StaffActor;
beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  const organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  const waits = { capacityStatus: "waitlist" as const, capacityAsOf: new Date() };
  await makeListing(db, here, {
    service: { organizationId, name: "Rest", needCodes: ["respite"], ...waits },
  });
  const room = { capacityStatus: "open" as const, capacityAsOf: new Date() };
  await makeListing(db, here, { service: { organizationId, name: "Meals", needCodes: ["food"], ...room } });
  screener = staffActor("hotline_screener", { jurisdictionId: here });
});

const formOf = (fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  return new Request("http://localhost/en", { method: "POST", body });
};

describe("the public finder", () => {
  const post = async (fields: Record<string, string>) => {
    const args = {
      request: formOf({ intent: "boxes", ...fields }),
      params: { lang: "en" },
      context: {} as never,
    };
    const answer = (await (searchAction as ActionFunction)(args)) as Response;
    return new URL(answer.headers.get("Location") ?? "", "http://localhost");
  };
  const look = (url: URL) =>
    (findLoader as LoaderFunction)({
      request: new Request(url),
      params: { lang: "en" },
      context: {} as never,
    });

  it("searches on the look alone, and counts a new wish that met nothing open, once", async () => {
    sent.taken();
    const url = await post({ need: "respite" });
    expect([searches(), await unmet()]).toEqual([0, 0]);
    await look(url);
    expect([searches(), await unmet()]).toEqual([1, 1]);
    await look(url);
    expect(await unmet()).toBe(1);
    sent.taken();
    await look(await post({ need: "respite", k: url.searchParams.get("k") ?? "" }));
    expect([searches(), await unmet()]).toEqual([1, 1]);
    await look(await post({ need: "food" }));
    expect([searches(), await unmet()]).toEqual([1, 1]);
  });
});

describe("a call at intake", () => {
  it("searches on the look alone, and counts a new wish that met nothing open, once", async () => {
    await db.owner.query("delete from unmet_need");
    const { callId } = await db.inTransaction({ jurisdictionId: here }, (tx) =>
      openCall({ actor: screener, tx, clock: systemClock }, { line: "support_line" }),
    );
    const [params, context] = [{ id: callId }, signedInAs(screener)];
    const post = (fields: Record<string, string>) =>
      (callAction as ActionFunction)({ request: formOf(fields), params, context });
    const look = () =>
      (callLoader as LoaderFunction)({ request: new Request("http://localhost/"), params, context });
    const asked = async (fields: Record<string, string>) => {
      sent.taken();
      const answer = await post(fields);
      const posted = searches();
      await look();
      return {
        to: answer instanceof Response && answer.status,
        posted,
        looked: searches(),
        unmet: await unmet(),
      };
    };
    const once = { to: 303, posted: 0, looked: 1 };
    expect(await asked({ intent: "search", q: "respite" })).toEqual({ ...once, unmet: 1 });
    await look();
    expect(await asked({ intent: "search", q: "respite" })).toEqual({ ...once, unmet: 1 });
    expect(await asked({ intent: "refine", free: "on" })).toEqual({ ...once, unmet: 1 });
    expect(await asked({ intent: "search", q: "food" })).toEqual({ ...once, unmet: 1 });
    const { rows } = await db.owner.query("select slug from service where name = 'Meals'");
    expect(await asked({ intent: "keep", program: rows[0].slug })).toEqual({ ...once, unmet: 1 });
  });
});
