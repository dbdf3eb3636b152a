import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { openCall } from "../../app/domain/households/index.server";
import { systemClock } from "../../app/domain/kernel/clock";
import { action as callAction, loader as callLoader } from "../../app/routes/intake/call";
import { loader as findLoader } from "../../app/routes/public/find";
import { action as searchAction } from "../../app/routes/public/search";
import { staffActor } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { makeJurisdiction, makeListing, makeOrganization } from "../setup/listing-rows";

type Crisis = { title: string; urgent: boolean; lines: { call: { href: string } }[] } | null;

const db = await testDatabase();
const local = "(410) 555-0188";
let here = "";

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  await db.owner.query("update jurisdiction set crisis_phone = $2 where id = $1", [here, local]);
  const organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  const waits = { capacityStatus: "waitlist" as const, capacityAsOf: new Date() };
  for (const [name, needCodes] of [
    ["Safe Harbor House", ["family_violence", "shelter"]],
    ["Food Pantry", ["food"]],
    ["Someone to Talk to", ["crisis_help", "counseling"]],
  ] as const)
    await makeListing(db, here, {
      service: { organizationId, name, needCodes: [...needCodes], ...waits },
      location: { latitude: 39.3453, longitude: -76.6843, street: "1 First Street", city: "Baltimore" },
    });
});

const post = (path: string, fields: Record<string, string>) =>
  new Request(`http://localhost${path}`, { method: "POST", body: new URLSearchParams(fields) });
const numbers = (crisis: Crisis) => crisis?.lines.map(({ call }) => call.href.replace("tel:", "")) ?? null;
const [emergency, lifeline, violence, childhelp, poison] = [
  "911",
  "988",
  "18007997233",
  "18004224453",
  "18002221222",
];
const own = "4105550188";
const unmet = async () => Number((await db.owner.query("select count(*) n from unmet_need")).rows[0].n);
/** Tables with a row that says one of these words. */
const tablesThatSay = async (words: string) => {
  const { rows } = await db.owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'protected')",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const said = await db.owner.query(`select from ${name} t where t::text ~* $1 limit 1`, [words]);
    if (said.rowCount) found.push(name);
  }
  return found;
};

const lines: [language: "en" | "es", line: string, first: string[]][] = [
  ["en", "my daughter wants to die", [lifeline, emergency, own]],
  ["es", "mi hija quiere morir", [lifeline, emergency, own]],
  ["en", "he hits me and the kids need food", [emergency, violence, own, childhelp]],
  ["es", "mi esposo me pega, necesito comida", [emergency, violence, own]],
  ["en", "kids left alone at night", [emergency, own, childhelp]],
  ["es", "deja solos a los niños", [emergency, own, childhelp]],
  ["en", "son took too many pills not breathing", [emergency, poison, lifeline, own]],
  ["es", "sobredosis, no despierta", [emergency, poison, lifeline, own]],
  ["en", "he pulled a knife on me", [emergency, violence, own]],
  ["es", "me quiere matar", [emergency, violence, own]],
  ["en", "my stepdad touches me", [emergency, own, childhelp]],
  ["es", "se tomó todas las pastillas", [emergency, poison, lifeline, own]],
  ["en", "im going to jump", [lifeline, emergency, own]],
  ["en", "crisis", [lifeline, own]],
];

describe("the public finder", () => {
  const look = async (language: string, url: URL) =>
    (await (findLoader as LoaderFunction)({
      request: new Request(url),
      params: { lang: language },
      context: {} as never,
    })) as { results: { crisis: Crisis; empty: unknown; count: string } };
  const ask = async (language: string, fields: Record<string, string>) => {
    const request = post(`/${language}`, fields);
    const answer = (await (searchAction as ActionFunction)({
      request,
      params: { lang: language },
      context: {} as never,
    })) as Response;
    return new URL(answer.headers.get("Location") ?? "", "http://localhost");
  };

  it.each(lines)("in %s: %s", async (language, words, first) => {
    const url = await ask(language, { intent: "words", words });
    const { results } = await look(language, url);
    expect(numbers(results.crisis)).toEqual(first);
    expect(results.crisis?.urgent).toBe(words !== "crisis");
    expect(url.hash).toBe("#crisis");
    expect(decodeURIComponent(url.search)).not.toMatch(/violence|self_harm|overdose|child|danger/);
    const k = url.searchParams.get("k") ?? "";
    const again = await look(language, await ask(language, { intent: "filters", k, miles: "10" }));
    expect(numbers(again.results.crisis)).toEqual(first);
  });

  it("shows them above an empty answer too, of the wish for a crisis line, and else not at all", async () => {
    const nowhere = await ask("es", { intent: "words", words: "me pega, 96701" });
    const { results } = await look("es", nowhere);
    expect(results.empty).not.toBeNull();
    expect(results.crisis?.title).toBe("Si alguien está en peligro ahora, llame primero");
    expect(numbers(results.crisis)).toEqual([emergency, violence, own]);
    const button = await look("en", await ask("en", { intent: "boxes", need: "crisis_help", place: "" }));
    expect(numbers(button.results.crisis)).toEqual([lifeline, own]);
    const plain = await look("en", await ask("en", { intent: "words", words: "food pantry" }));
    expect(plain.results.crisis).toBeNull();
  });

  it("shows first what helps, under a danger that names no need", async () => {
    const url = await ask("en", { intent: "words", words: "he waved a machete at us" });
    const { results } = await look("en", url);
    expect(JSON.stringify(results)).toContain("Safe Harbor House");
    expect(JSON.stringify(results)).not.toContain("Food Pantry");
  });

  it("counts a wish without danger, and nothing of one with it", async () => {
    await db.owner.query("delete from unmet_need");
    await look("en", await ask("en", { intent: "words", words: "he hits me, shelter" }));
    expect(await unmet()).toBe(0);
    await look("en", await ask("en", { intent: "words", words: "shelter" }));
    expect(await unmet()).toBe(1);
  });
});

describe("a call at intake", () => {
  const screener = () => staffActor("hotline_screener", { jurisdictionId: here });
  const atDesk = async (language: "en" | "es" = "en") => {
    const actor = screener();
    const { callId } = await db.inTransaction({ jurisdictionId: here }, (tx) =>
      openCall({ actor, tx, clock: systemClock }, { line: "support_line" }),
    );
    const signedIn = signedInAs(actor);
    signedIn.session.membership!.crisisPhone = local;
    const [params, context] = [{ id: callId }, signedIn];
    const headers = { cookie: `lang=${language}` };
    return {
      callId,
      type: (q: string) =>
        (callAction as ActionFunction)({ request: post("/", { intent: "search", q }), params, context }),
      look: async () =>
        (await (callLoader as LoaderFunction)({
          request: new Request("http://localhost/", { headers }),
          params,
          context,
        })) as { view: { crisis: Crisis; results: { rows: unknown[] } } },
    };
  };

  it.each(lines)("in %s: %s", async (language, line, first) => {
    const desk = await atDesk(language);
    const answer = (await desk.type(line)) as Response;
    expect(answer.headers.get("Location")).toMatch(line === "crisis" ? /#results$/ : /#crisis$/);
    expect(numbers((await desk.look()).view.crisis)).toEqual(first);
    const { rows } = await db.owner.query("select criteria, draft from intake_call where id = $1", [
      desk.callId,
    ]);
    expect(Object.keys(rows[0].criteria)).not.toContain("danger");
    expect(JSON.stringify(rows[0])).not.toMatch(/self_harm|"violence"|"child"|"danger/);
  });

  it("keeps nothing of it, and shows it no more once the line is another", async () => {
    await db.owner.query("delete from unmet_need");
    const desk = await atDesk();
    await desk.type("suicidal teen zzmark, shelter");
    expect((await desk.look()).view.crisis?.urgent).toBe(true);
    expect(await unmet()).toBe(0);
    expect(await tablesThatSay("zzmark|self_harm")).toEqual(["public.intake_call"]);
    await desk.type("food pantry");
    expect((await desk.look()).view.crisis).toBeNull();
  });

  it("shows it above an empty answer", async () => {
    const desk = await atDesk();
    await desk.type("he has a gun 96701");
    const { view } = await desk.look();
    expect(view.results.rows).toEqual([]);
    expect(numbers(view.crisis)).toEqual([emergency, violence, own]);
  });
});
