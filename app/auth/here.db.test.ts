import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, it } from "vitest";
import { z } from "zod";
import { hashToken, newId, newToken } from "~/domain/kernel/ids";
import { pathTo } from "~/paths";
import { testDatabase } from "../../tests/setup/database";
import { makeJurisdiction } from "../../tests/setup/listing-rows";
import { findHere, type Here, standFor, standingAt } from "./here.server";
import { familyAction, familyLoader, publicLoader } from "./public-page.server";

const db = await testDatabase();
const home = "https://portal.example";
const [first, second, third] = [
  await makeJurisdiction(db, "first"),
  await makeJurisdiction(db, "second"),
  await makeJurisdiction(db, "third"),
];
const setAddress = (id: string, address: string) =>
  db.arrange.jurisdiction.update({ where: { id }, data: { address } });
await setAddress(second, "https://second.example");
await setAddress(third, "https://portal.example/third");

async function linkOf(jurisdictionId: string): Promise<string> {
  const [token, householdId] = [newToken(), newId()];
  await db.owner.query(
    `insert into household (id, jurisdiction_id, caregiver_name, created_at) values ($1, $2, 'Testa', now())`,
    [householdId, jurisdictionId],
  );
  await db.owner.query(
    `insert into family_link (id, jurisdiction_id, household_id, token_hash, created_at, expires_at)
     values ($1, $2, $3, $4, now(), now() + interval '1 day')`,
    [newId(), jurisdictionId, householdId, hashToken(token)],
  );
  return token;
}

async function at(host: string, path = "/en"): Promise<Here> {
  const here = await findHere({ host, path, isOwn: host === "portal.example", home });
  if (!here) throw new Error("nobody's");
  return here;
}
const argsOf = (here: Here, token: string, method = "GET"): LoaderFunctionArgs => ({
  request: new Request(`${here.origin}/en/my/${token}?x=1`, {
    method,
    ...(method === "POST" && { body: new URLSearchParams({ intent: "say" }) }),
  }),
  params: { token },
  context: { cspNonce: "", requestId: "request-1", clientIp: "127.0.0.1", session: null, here },
});
const page = familyLoader(({ ctx }) => Promise.resolve(ctx.actor.jurisdictionId));
const open = (here: Here, token: string) =>
  page(argsOf(here, token)).catch((answer: Response) => answer.headers.get("Location"));

it("shows a public page of whose address was asked, and none where nobody has it", async () => {
  const whose = publicLoader(({ ctx }) => Promise.resolve(ctx.actor.jurisdictionId));
  const asked = async (host: string, path?: string) => whose(argsOf(await at(host, path), ""));
  expect(await asked("portal.example")).toBe(first);
  expect(await asked("portal.example", "/third/en")).toBe(third);
  expect(await asked("second.example")).toBe(second);
  const nobody = { ...(await at("portal.example")), jurisdictionId: null };
  await expect(whose(argsOf(nobody, ""))).rejects.toMatchObject({ status: 404 });
});

it("leads a private link that is opened at another county's address to its own", async () => {
  const [ofFirst, ofSecond, ofThird] = [await linkOf(first), await linkOf(second), await linkOf(third)];
  const [own, elsewhere] = [await at("portal.example"), await at("second.example")];
  expect(await open(elsewhere, ofSecond)).toBe(second);
  expect(await open(own, ofSecond)).toBe(`https://second.example/en/my/${ofSecond}?x=1`);
  expect(await open(elsewhere, ofThird)).toBe(`https://portal.example/third/en/my/${ofThird}?x=1`);
  expect(await open(elsewhere, ofFirst)).toBe(`https://portal.example/en/my/${ofFirst}?x=1`);
  expect(await open(own, ofFirst)).toBe(first);
  const act = familyAction({ say: [z.object({}), () => Promise.resolve(null)] });
  await expect(act(argsOf(own, ofSecond, "POST"))).rejects.toMatchObject({ status: 404 });
});

it("answers a link of a county without an address at the installation's own", async () => {
  const fourth = await db.arrange.jurisdiction.create({ data: { slug: "fourth", name: "fourth" } });
  const token = await linkOf(fourth.id);
  expect(await open(await at("portal.example"), token)).toBe(fourth.id);
  expect(await open(await at("second.example"), token)).toBe(`https://portal.example/en/my/${token}?x=1`);
});

it("builds public addresses under the word that was asked, and a desk's under its own county's", async () => {
  const finder = () => pathTo("/:lang/find", { lang: "en" });
  const under = await at("portal.example", "/third/en");
  expect(await standingAt(under, () => Promise.resolve([finder(), pathTo("/admin")]))).toEqual([
    "/third/en/find",
    "/admin",
  ]);
  const desk = (here: Here, jurisdictionId: string) =>
    standingAt(here, async () => {
      await standFor(jurisdictionId, here);
      return [finder(), pathTo("/admin")];
    });
  const own = await at("portal.example");
  expect(await desk(own, third)).toEqual(["/third/en/find", "/admin"]);
  expect(await desk(own, second)).toEqual(["https://second.example/en/find", "/admin"]);
  expect(await desk(await at("second.example"), first)).toEqual(["https://portal.example/en/find", "/admin"]);
  expect(await desk(own, first)).toEqual(["/en/find", "/admin"]);
  expect(finder()).toBe("/en/find");
});
