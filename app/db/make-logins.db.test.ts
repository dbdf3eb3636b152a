import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/setup/database";
import { seedOneFamily } from "../../tests/architecture/seed-one-family";
import { makeLogins } from "./make-logins";

const db = await testDatabase();
const family = await seedOneFamily(db.owner);
const secret = "test-only-secret-of-forty-two-characters!";
const logins = await makeLogins(db.url, secret);
const open: pg.Client[] = [];

afterAll(async () => {
  await Promise.all(open.map((client) => client.end()));
  for (const url of Object.values(logins)) {
    const { username } = new URL(url);
    await db.owner.query(`drop role "${username}"`);
  }
});

async function enter(url: string, options = ""): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options });
  await client.connect();
  open.push(client);
  return client;
}

describe.each(["web", "worker"] as const)("the login of the %s", (kind) => {
  const roles = { web: "upstream_app", worker: "upstream_worker" };

  it("is no owner and no superuser; without its role it reads nothing", async () => {
    const client = await enter(logins[kind], `-c role=${roles[kind]}`);
    const who =
      "select current_user, session_user, usesuper, usecreatedb from pg_user where usename = session_user";
    const session_user = decodeURIComponent(new URL(logins[kind]).username);
    expect((await client.query(who)).rows).toEqual([
      { current_user: roles[kind], session_user, usesuper: false, usecreatedb: false },
    ]);
    await client.query("select set_config('app.jurisdiction_id', $1, false)", [family.jurisdictionId]);
    expect((await client.query("select 1 from household")).rowCount).toBe(1);
    await client.query("set role none");
    await expect(client.query("select 1 from household")).rejects.toThrow(/permission denied/);
    await expect(client.query("select 1 from jurisdiction")).rejects.toThrow(/permission denied/);
  });

  it("becomes nobody who may do more", async () => {
    const client = await enter(logins[kind], `-c role=${roles[kind]}`);
    const owner = (await db.owner.query("select current_user as name")).rows[0].name as string;
    const others = [owner, "upstream_protected", ...(kind === "web" ? ["upstream_worker"] : [])];
    for (const other of others)
      await expect(client.query(`set role "${other}"`)).rejects.toThrow(/permission denied to set role/);
    for (const statement of [
      "alter table household disable row level security",
      "create role more",
      "create schema more",
    ])
      await expect(client.query(statement)).rejects.toThrow(/must be owner|permission denied/);
    await expect(client.query("set row_security = off; select * from household")).rejects.toThrow(
      /row-level security/,
    );
  });
});

describe("making them again", () => {
  it("finds the same passwords with the same secret, and other ones with another", async () => {
    expect(await makeLogins(db.url, secret)).toEqual(logins);
    await (await enter(logins.web)).query("select 1");
    const changed = await makeLogins(db.url, "another secret of the portal, just as long");
    expect(new URL(changed.web).password).not.toBe(new URL(logins.web).password);
    await expect(enter(logins.web)).rejects.toThrow(/password authentication failed/);
  });

  it("says what to do when the owner may make no roles", async () => {
    await db.owner.query("create role making_nothing login password 'nothing'");
    const url = new URL(db.url);
    [url.username, url.password] = ["making_nothing", "nothing"];
    await expect(makeLogins(url.href, secret)).rejects.toThrow(/WEB_DATABASE_URL and WORKER_DATABASE_URL/);
    await db.owner.query("drop role making_nothing");
  });
});
