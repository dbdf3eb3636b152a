import { statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { startUpstream } from "../cli/run-upstream";
import {
  beginForm,
  descendants,
  isAlive,
  isRefused,
  postgresPid,
  pressCtrlC,
  startPortal,
  until,
} from "./portal-process";
import { dataFolder } from "./data-folder";

const metricsToken = "a-token-of-twenty-four-letters";

/** Whichever web process is asked tells what all of them counted. */
async function expectCountsOfAll(address: string): Promise<void> {
  // Each on a connection of its own, so that both processes answer some.
  // What is counted is an answer that is through, so each is read to its end.
  const once = { headers: { connection: "close" } };
  for (let at = 0; at < 6; at += 1) await (await fetch(`${address}/en`, once)).text();
  const headers = { authorization: `Bearer ${metricsToken}`, connection: "close" };
  for (let at = 0; at < 3; at += 1) {
    const read = await (await fetch(`${address}/metrics`, { headers })).text();
    expect(/_count\{method="GET",route="\/:lang",status="200"\} (\d+)/.exec(read)?.[1]).toBe("6");
    expect(read).toContain("upstream_outbox_messages");
  }
  expect((await fetch(`${address}/metrics`)).status).toBe(404);
}

const npmStart = ["npm", "start", "--", "--empty"];
const folder = dataFolder();

async function jurisdictions(): Promise<string[]> {
  const server = await startEmbeddedServer({ folder });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const rows = await client.query<{ slug: string }>("select slug from jurisdiction order by slug");
  await client.end();
  return rows.rows.map((row) => row.slug);
}

describe("npm start", () => {
  it("serves, and ends everything when only npm is told to, the database last", async () => {
    const portal = startPortal(npmStart, folder);
    const address = await portal.serving;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await jurisdictions()).toEqual(["default"]);
    expect(statSync(path.join(folder, "secret")).mode & 0o777).toBe(0o600);

    const pid = portal.child.pid ?? 0;
    const family = descendants(pid);
    const database = postgresPid(folder);
    expect(family.length).toBeGreaterThanOrEqual(3);
    const since = Date.now();
    portal.child.kill("SIGTERM");
    await until(() => !family.some(isAlive) && postgresPid(folder) === null, 10_000);
    // A server that ended stays listed until the machine's first process takes notice.
    await until(() => !isAlive(database ?? 0), 10_000);
    expect(Date.now() - since).toBeLessThan(10_000);
  });

  it("ends everything when npm itself is killed", async () => {
    const portal = startPortal(npmStart, folder);
    await portal.serving;
    const family = descendants(portal.child.pid ?? 0);
    portal.child.kill("SIGKILL");
    await until(() => !family.some(isAlive) && postgresPid(folder) === null, 10_000);
  });

  it("starts again after a kill -9, on the database that lived on; its orphans end by themselves", async () => {
    const portal = startPortal(["node", "cli/start.mjs", "--empty"], folder);
    await portal.serving;
    const family = descendants(portal.child.pid ?? 0);
    portal.child.kill("SIGKILL");
    await until(() => !family.some(isAlive), 10_000);
    const database = postgresPid(folder);
    expect(isAlive(database ?? 0)).toBe(true);

    const next = startPortal(["node", "cli/start.mjs", "--empty"], folder);
    const address = await next.serving;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(postgresPid(folder)).toBe(database);
    expect(next.said()).toContain("admin create --email");
    const made = await startUpstream(["admin", "create", "--email", "ada@county.example"], {
      DATA_FOLDER: folder,
      DATABASE_URL: "",
      // Where it answers, the portal knows; a port that happens to be set does not.
      PORT: "3000",
      PUBLIC_ORIGIN: "",
    });
    expect(made.out).toMatch(new RegExp(`^${address}/invitation/`));
    expect((await fetch(made.out.trim())).status).toBe(200);

    const second = startPortal(["node", "cli/start.mjs", "--empty"], folder);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("Another portal already runs on");

    pressCtrlC(next);
    expect(await next.ended).toBe(0);
    expect(postgresPid(folder)).toBeNull();
  });

  it("starts again when the database was killed too and its pid now belongs to somebody else", async () => {
    const portal = startPortal(["node", "cli/start.mjs", "--empty"], folder);
    await portal.serving;
    const database = postgresPid(folder) ?? 0;
    portal.child.kill("SIGKILL");
    process.kill(database, "SIGKILL");
    await until(() => !isAlive(database), 10_000);

    const next = startPortal(["node", "cli/start.mjs", "--empty"], folder);
    const address = await next.serving;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    next.child.kill("SIGTERM");
    expect(await next.ended).toBe(0);
  });

  it("goes on with the other web process when one is killed, and starts another in its place; finishes what is under way", async () => {
    const portal = startPortal(["node", "cli/start.mjs", "--empty"], folder, {
      ...{ WEB_PROCESSES: "2", METRICS_TOKEN: metricsToken },
    });
    const address = await portal.serving;
    await expectCountsOfAll(address);
    const parts = descendants(portal.child.pid ?? 0);
    const first = parts.find((pid) => descendants(pid).length === 2) ?? 0;
    const pair = descendants(first);
    expect(pair).toHaveLength(2);
    process.kill(pair[0] ?? 0, "SIGKILL");
    // What was handed to the one that died is lost; whoever asks again is answered.
    const ready = () =>
      fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
        ({ status }) => status === 200,
        () => false,
      );
    await until(ready, 10_000);
    await until(
      () => descendants(portal.child.pid ?? 0).filter((pid) => !parts.includes(pid)).length === 1,
      10_000,
    );
    expect(isAlive(pair[1] ?? 0)).toBe(true);
    await until(ready, 10_000);
    const form = await beginForm(address);
    await until(async () => (await fetch(`${address}/healthz`)).ok, 1_000);
    const web = descendants(first);
    portal.child.kill("SIGTERM");
    await until(() => isRefused(address), 3_000);
    expect(await form.finish()).toBe(303);
    // Its connection, which the sender keeps open, is not waited for.
    await until(() => !web.some(isAlive), 3_000);
    expect(await portal.ended).toBe(0);
  });

  it("says in one line which port is taken", async () => {
    const other = createServer().listen(0, "0.0.0.0");
    await new Promise((resolve) => other.once("listening", resolve));
    const port = String((other.address() as AddressInfo).port);
    const portal = startPortal(["node", "cli/start.mjs", "--empty"], folder, { PORT: port });
    expect(await portal.ended).toBe(1);
    expect(portal.said()).toContain(`Port ${port} is taken. Set PORT to another.`);
    expect(portal.said()).not.toMatch(/^\s+at /m);
    other.close();
  });

  it("says in one line which setting is wrong", async () => {
    const bad = startPortal(["node", "cli/start.mjs", "--empty"], folder, { PORT: "eighty" });
    expect(await bad.ended).toBe(1);
    expect(bad.said()).toMatch(/PORT/);
    expect(bad.said()).not.toMatch(/^\s+at /m);
  });
});
