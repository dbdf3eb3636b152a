import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { insertRow, makeScopes } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { newId } from "../../app/domain/kernel/ids";
import { openHttpPortal } from "./portal-over-http";

const db = await testDatabase();
const places = await makeScopes(db);
const token = "a-token-of-twenty-four-letters";
const pages = (_req: unknown, res: { status(code: number): { end(): void } }) => res.status(404).end();
/** As a web process reaches it. */
const pool = new pg.Pool({ connectionString: db.url, max: 2, options: "-c role=upstream_app" });
const withToken = await openHttpPortal({ pool, pages, metricsToken: token });
const without = await openHttpPortal({ pool, pages });
afterAll(() => pool.end());
const bearer = { authorization: `Bearer ${token}` };
const scrape = async () => (await withToken.ask("GET", "/metrics", bearer)).body;

it("is not there without its token, or with another one", async () => {
  expect((await without.ask("GET", "/metrics", bearer)).status).toBe(404);
  for (const authorization of ["", "Bearer ", `bearer${token}`, `Basic ${token}`, `Bearer ${token}x`])
    expect((await withToken.ask("GET", "/metrics", { authorization })).status).toBe(404);
  expect((await withToken.ask("GET", "/metrics")).status).toBe(404);
  const read = await withToken.ask("GET", "/metrics", bearer);
  expect([read.status, read.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(read.headers["content-type"]).toMatch(/^text\/plain; .*version=0\.0\.4/);
});

it("counts requests by the address of the table and status, with nothing of what was asked", async () => {
  const id = newId();
  await withToken.ask("GET", `/intake/calls/${id}?name=Marisol`);
  await withToken.ask("GET", `/intake/calls/${newId()}.data`);
  await withToken.ask("GET", "/en/my/Zk3vQ9secretsecretsecretsecretsecret");
  await withToken.ask("GET", "/maria@mail.example/4105550142");
  const read = await scrape();
  const count = (route: string) =>
    new RegExp(
      `^upstream_http_request_duration_seconds_count\\{method="GET",route="${route}",status="404"\\} (\\d+)$`,
      "m",
    ).exec(read)?.[1];
  expect([count("/intake/calls/:id"), count("/:lang/my/:token")]).toEqual(["2", "1"]);
  expect(Number(count("other"))).toBeGreaterThanOrEqual(1);
  expect(read).not.toMatch(/Marisol|Zk3v|maria|4105550142/);
  expect(read).not.toContain(id);
  expect(read).toMatch(/^upstream_web_memory_bytes\{kind="resident"\} \d{7,}$/m);
});

it("tells the jobs of each queue and the mails of every county by state", async () => {
  await db.owner.query("delete from outbox_message");
  await db.owner.query("delete from pgboss.job");
  for (const [place, status] of [
    [places.own, "pending"],
    [places["other jurisdiction"], "pending"],
    [places.own, "failed"],
  ] as const)
    await insertRow(db.owner, "outbox_message", {
      ...{ id: newId(), jurisdiction_id: place.jurisdictionId, template: "referral-sent", status },
      created_at: new Date(),
    });
  await db.owner.query(
    "insert into pgboss.job (name, data) values ('mail', '{}'), ('mail', '{}'), ('retention', '{}')",
  );
  const read = await scrape();
  for (const line of [
    'upstream_outbox_messages{state="pending"} 2',
    'upstream_outbox_messages{state="failed"} 1',
    'upstream_outbox_messages{state="sent"} 0',
    'upstream_jobs{queue="mail",state="created"} 2',
    'upstream_jobs{queue="retention",state="created"} 1',
  ])
    expect(read).toContain(`${line}\n`);
  expect(read).not.toContain(places.own.jurisdictionId);
});
