import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { deriveToken } from "../../app/domain/kernel/derive-token";
import { hashToken } from "../../app/domain/kernel/ids";
import { startUpstream } from "../cli/run-upstream";
import { dataFolder } from "./data-folder";
import { isAlive, type PortalProcess, startPortal, until } from "./portal-process";

const start = ["node", "cli/start.mjs", "--empty"];
const id = "0192f000-0000-7000-8000-000000000001";

async function asking<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return run(client).finally(() => client.end());
}

/** An invitation, as a page would make it: its link follows from the portal's secret. */
async function invite(client: pg.Client, secret: string): Promise<void> {
  const hash = hashToken(deriveToken(secret, "invitation", id));
  await client.query(
    `insert into invitation (id, jurisdiction_id, email, role, token_hash, invited_by_id, expires_at)
      select $1, id, 'rosa@harbor.example', 'program_manager', $2, gen_random_uuid(), now() + interval '7 days' from jurisdiction`,
    [id, hash],
  );
  await client.query(
    `insert into outbox_message (id, jurisdiction_id, template, to_email, params, status, html, text, subject, created_at)
      select gen_random_uuid(), id, 'invitation', 'rosa@harbor.example', jsonb_build_object('invitationId', $1::text), 'sent', '-', '-', '-', now()
      from jurisdiction`,
    [id],
  );
}

/** The path of the link in the latest mail, made again from the secret; its page must answer. */
async function followMail(address: string, settings: Record<string, string>) {
  const { out, err } = await startUpstream(["mail", "rosa@harbor.example"], settings);
  const link = /\/invitation\/[\w-]+/.exec(out)?.[0];
  if (!link) throw new Error(`no link in the mail: ${out} ${err}`);
  const answer = await fetch(address + link);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([200, expect.stringContaining("rosa@harbor.example")]);
  return link;
}

/** Writes a pair of rows, again and again, until told to stop; the two are never apart. */
function keepWriting(url: string): { stop(): Promise<number> } {
  let [on, n] = [true, 0];
  const writing = asking(url, async (client) => {
    while (on) {
      await client.query(
        `with one as (insert into mail_suppression (email_hash, reason) values ('pair ${(n += 1)}', 'test'))
          insert into verification (id, identifier, value, expires_at, updated_at) values (gen_random_uuid(), 'pair', '', now(), now())`,
      );
    }
  });
  const stop = async () => {
    on = false;
    await writing;
    return n;
  };
  return { stop };
}

const counts = (client: pg.Client) =>
  client
    .query<{ pairs: number; rows: number; people: number }>(
      `select (select count(*)::int from mail_suppression) as pairs, (select count(*)::int from verification) as rows,
        (select count(*)::int from invitation) as people`,
    )
    .then(({ rows }) => rows[0]);

async function end(portal: PortalProcess): Promise<void> {
  portal.child.kill("SIGTERM");
  await portal.ended;
}

/** Saves while rows come in, then reports what the file holds of them. */
async function save(url: string, file: string, settings: Record<string, string>): Promise<number> {
  const writing = keepWriting(url);
  const ran = await startUpstream(["backup", "--out", file], settings);
  const written = await writing.stop();
  expect([ran.code, ran.err]).toEqual([0, expect.stringContaining("every family's name")]);
  return written;
}

describe("the portal's own server", () => {
  const folder = dataFolder();
  const keep = dataFolder();

  it("comes back from a backup that was made under writes, after everything was destroyed", async () => {
    const settings = { DATA_FOLDER: folder, DATABASE_URL: "", SESSION_SECRET: "" };
    const portal = startPortal(start, folder);
    const address = await portal.serving;
    const url = (await startEmbeddedServer({ folder })).url;
    await asking(url, (client) => invite(client, readFileSync(path.join(folder, "secret"), "utf8")));
    const before = await followMail(address, settings);
    const file = path.join(keep, "all.backup");
    const written = await save(url, file, settings);
    const refused = await startUpstream(["restore", file, "--replace", "upstream"], settings);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("A portal runs on")]);
    await end(portal);

    rmSync(folder, { recursive: true });
    const restored = await startUpstream(["restore", file], settings);
    expect([restored.code, restored.err]).toEqual([0, expect.stringContaining("Restored: every table")]);
    const next = startPortal(start, folder);
    const there = await next.serving;
    const found = await asking((await startEmbeddedServer({ folder })).url, counts);
    expect(found).toMatchObject({ people: 1, rows: found?.pairs });
    expect(found?.pairs).toBeGreaterThan(0);
    expect(found?.pairs).toBeLessThanOrEqual(written);
    expect(await followMail(there, settings)).toEqual(before);
    await end(next);
  });
});

describe("a database of one's own, with a login that may make roles and no more", () => {
  const server = dataFolder();
  const folder = dataFolder();
  const fresh = dataFolder();

  it("comes back on another server, with logins of its own", async () => {
    const database = await startEmbeddedServer({ folder: server, database: "county" });
    const settings = { DATA_FOLDER: folder, DATABASE_URL: database.url, SESSION_SECRET: "" };
    const portal = startPortal(start, folder, settings);
    const address = await portal.serving;
    await asking(database.url, (client) => invite(client, readFileSync(path.join(folder, "secret"), "utf8")));
    const before = await followMail(address, settings);
    const file = path.join(fresh, "all.backup");
    await save(database.url, file, settings);
    const busy = await startUpstream(["restore", file, "--replace", "county"], settings);
    expect([busy.code, busy.err]).toEqual([2, expect.stringContaining("is at work on this database")]);
    await end(portal);
    await database.stop();
    rmSync(server, { recursive: true });
    rmSync(folder, { recursive: true });

    const other = await startEmbeddedServer({ folder: fresh, database: "county" });
    const owner = await asking(other.url, (client) =>
      client.query("select rolsuper, rolcreaterole from pg_roles where rolname = current_user"),
    );
    expect(owner.rows).toEqual([{ rolsuper: false, rolcreaterole: true }]);
    const anew = { ...settings, DATABASE_URL: other.url };
    const restored = await startUpstream(["restore", file], anew);
    expect([restored.code, restored.err]).toEqual([0, expect.stringContaining("Restored: every table")]);
    const logins = await asking(other.url, (client) =>
      client.query("select rolname from pg_roles where rolcanlogin and rolname ~ '_of_county$' order by 1"),
    );
    expect(logins.rows).toEqual([{ rolname: "web_of_county" }, { rolname: "worker_of_county" }]);
    const next = startPortal(start, folder, anew);
    const there = await next.serving;
    const found = await asking(other.url, counts);
    expect(found).toMatchObject({ people: 1, rows: found?.pairs });
    expect(await followMail(there, anew)).toEqual(before);
    await end(next);
    await other.stop();
  });
});

describe("a start on a folder whose restore was killed", () => {
  const folder = dataFolder();
  const keep = dataFolder();

  it("says which command to run again, and starts after it", async () => {
    const settings = { DATA_FOLDER: folder, DATABASE_URL: "", SESSION_SECRET: "" };
    const first = startPortal(start, folder);
    await first.serving;
    const file = path.join(keep, "all.backup");
    expect((await startUpstream(["backup", "--out", file], settings)).code).toBe(0);
    await end(first);
    const server = await startEmbeddedServer({ folder });
    const killing = new AbortController();
    await asking(server.url, async (client) => {
      await client.query("begin; lock table organization in access share mode");
      const running = startUpstream(["restore", file, "--replace", "upstream"], settings, killing.signal);
      const isWaiting = () =>
        asking(server.url, async (other) => {
          const waiting =
            "select from pg_stat_activity where application_name = 'upstream-restore' and wait_event_type = 'Lock'";
          return (await other.query(waiting)).rowCount === 1;
        });
      await until(isWaiting, 30_000);
      killing.abort();
      await running;
    });
    const refused = startPortal(start, folder);
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toMatch(/Restoring .*all\.backup into .* was cut off\. Run it again.*restore/);
    expect(refused.said()).not.toMatch(/^\s+at /m);
    const again = await startUpstream(["restore", file, "--replace", "upstream"], settings);
    expect([again.code, again.err]).toEqual([0, expect.stringContaining("Restored")]);
    const next = startPortal(start, folder);
    await next.serving;
    await end(next);
    expect(isAlive(next.child.pid ?? 0)).toBe(false);
  });
});
