import { request } from "node:http";
import pg from "pg";
import { expect, it } from "vitest";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { hashToken, newId, newToken } from "../../app/domain/kernel/ids";
import { startUpstream } from "../cli/run-upstream";
import { dataFolder } from "./data-folder";
import { startPortal, until } from "./portal-process";

const folder = dataFolder();
const token = newToken();
const phones = { default: "(410) 555-0107", bay: "(410) 555-0108", lake: "(410) 555-0109" };
const phonesOf = ({ body }: Answer) => [...new Set(body.match(/\(410\) 555-\d{4}/g))];

type Answer = { status: number; location: string | undefined; body: string };

/** As a browser asks that was sent to this host: names under localhost are known to no resolver here. */
function ask(origin: string, path: string): Promise<Answer> {
  const { host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers: { host } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          body: Buffer.concat(parts).toString(),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

/** Each county's own phone and an organization; a family of the second with its private link. */
async function arrange(): Promise<void> {
  const server = await startEmbeddedServer({ folder });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const [slug, phone] of Object.entries(phones))
    await client.query("update jurisdiction set support_phone = $2 where slug = $1", [slug, phone]);
  const household = newId();
  const bay = `(select id from jurisdiction where slug = 'bay')`;
  await client.query(
    `insert into household (id, jurisdiction_id, caregiver_name, created_at) values ($1, ${bay}, 'Testa', now())`,
    [household],
  );
  await client.query(
    `insert into family_link (id, jurisdiction_id, household_id, token_hash, created_at, expires_at)
     values ($1, ${bay}, $2, $3, now(), now() + interval '1 day')`,
    [newId(), household, hashToken(token)],
  );
  await client.query(
    `insert into organization (id, jurisdiction_id, name, status)
     select gen_random_uuid(), id, name || ' House', 'active' from jurisdiction`,
  );
  await client.query(
    `insert into service (id, jurisdiction_id, organization_id, slug, name, status, listing_state)
     select gen_random_uuid(), jurisdiction_id, id, id::text, 'Visits', 'active', 'published' from organization`,
  );
  await client.end();
}

it("serves two counties on two hosts and one under a word, each its own finder, family's page and open data", async () => {
  const portal = startPortal(["node", "cli/start.mjs", "--empty"], folder);
  const own = await portal.serving;
  const { port } = new URL(own);
  const [harbor, bay, lake] = [`http://a.localhost:${port}`, `http://b.localhost:${port}`, `${own}/lake`];
  const command = (...words: string[]) =>
    startUpstream(["jurisdiction", ...words], { DATA_FOLDER: folder, DATABASE_URL: "", PUBLIC_ORIGIN: "" });
  expect(await command("address", "default", harbor)).toMatchObject({ code: 0 });
  expect(await command("create", "--slug", "bay", "--name", "Bay", "--address", bay)).toMatchObject({
    code: 0,
  });
  expect(await command("create", "--slug", "lake", "--name", "Lake", "--address", lake)).toMatchObject({
    code: 0,
  });
  await arrange();
  await until(async () => (await ask(own, "/lake/en")).status === 200, 20_000);

  const finders = await Promise.all([ask(harbor, "/en"), ask(bay, "/en"), ask(own, "/lake/en")]);
  expect(finders.map(phonesOf)).toEqual([[phones.default], [phones.bay], [phones.lake]]);
  const links = [...(finders[2]?.body.matchAll(/(?:href|action)="(\/[^"]*)"/g) ?? [])].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((to) => !/^\/(lake\/(en|es)|assets|favicon)/.test(to ?? ""))).toEqual([]);
  expect((await ask(own, "/lake")).location).toBe("/lake/en");

  const family = `/en/my/${token}`;
  const page = await ask(bay, family);
  expect([page.status, phonesOf(page)]).toEqual([200, [phones.bay]]);
  for (const [origin, path] of [
    [harbor, family],
    [own, `/lake${family}`],
    [own, family],
  ] as const)
    expect(await ask(origin, path)).toMatchObject({ status: 302, location: bay + family });

  const houses = await Promise.all(
    [ask(harbor, "/hsds/organizations"), ask(bay, "/hsds/organizations")].map(async (answer) => {
      const { contents } = JSON.parse((await answer).body) as { contents: { name: string }[] };
      return contents.map(({ name }) => name);
    }),
  );
  expect(houses).toEqual([["Default House"], ["Bay House"]]);
  expect((await ask(own, "/lake/hsds")).body).toContain(`"${lake}/hsds/profile"`);

  const nobody = await ask(`http://c.localhost:${port}`, "/en");
  expect(nobody.status).toBe(404);
  expect(phonesOf(nobody)).toEqual([]);
  for (const origin of [harbor, bay, own]) expect((await ask(origin, "/sign-in")).status).toBe(200);
  expect(await ask(own, "/lake/sign-in")).toMatchObject({ status: 302, location: "/sign-in" });
  portal.child.kill("SIGTERM");
  expect(await portal.ended).toBe(0);
});
