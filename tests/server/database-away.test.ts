import pg from "pg";
import { describe, expect, it } from "vitest";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { dataFolder } from "./data-folder";
import { isAlive, postgresPid, startPortal, until } from "./portal-process";

/** Whatever a page says while the database is away, it tells nothing about the machine. */
async function expectNoDetail(answer: Response): Promise<void> {
  expect(await answer.text()).not.toMatch(
    /node_modules|at .*\.(ts|js):\d+|ECONNREFUSED|postgres|127\.0\.0\.1/i,
  );
}

/** A cookie makes the server ask who is calling. */
const headers = { cookie: "upstream.session_token=x.y" };

describe("a database server of its own owner (DATABASE_URL)", () => {
  const server = dataFolder();
  const folder = dataFolder();

  it("is used and not seeded; goes away in the middle of a request; is found again", async () => {
    const database = await startEmbeddedServer({ folder: server });
    const portal = startPortal(["node", "cli/start.mjs"], folder, { DATABASE_URL: database.url });
    const address = await portal.serving;
    expect(portal.said()).not.toMatch(/password/i);

    const client = new pg.Client({ connectionString: database.url });
    client.on("error", () => undefined);
    await client.connect();
    expect((await client.query('select 1 from "user"')).rowCount).toBe(0);
    expect((await client.query("select slug from jurisdiction")).rows).toEqual([{ slug: "default" }]);

    // The request waits for a lock when the server ends under it.
    await client.query("begin");
    await client.query(
      "lock table jurisdiction, listing_search, listing_card, service in access exclusive mode",
    );
    const waiting = fetch(`${address}/en`, { headers });
    await new Promise((resolve) => setTimeout(resolve, 700));
    await database.stop();

    const answers = [
      await waiting,
      await fetch(`${address}/en`, { headers }),
      await fetch(`${address}/readyz`),
    ];
    expect(answers.at(-1)?.status).toBe(503);
    for (const answer of answers) await expectNoDetail(answer);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(portal.child.exitCode).toBeNull();

    const back = await startEmbeddedServer({ folder: server });
    expect(back.port).toBe(database.port);
    await until(async () => (await fetch(`${address}/readyz`)).status === 200, 10_000);
    portal.child.kill("SIGTERM");
    expect(await portal.ended).toBe(0);
    expect(isAlive(postgresPid(server) ?? 0)).toBe(true);
    await back.stop();
  });
});

describe("the portal's own server", () => {
  const folder = dataFolder();

  it("is brought back when it ends by itself", async () => {
    const portal = startPortal(["node", "cli/start.mjs", "--empty"], folder);
    const address = await portal.serving;
    const first = postgresPid(folder) ?? 0;
    process.kill(first, "SIGKILL");
    await until(() => !isAlive(first), 10_000);
    await until(() => {
      const pid = postgresPid(folder);
      return pid !== null && pid !== first && isAlive(pid);
    }, 15_000);
    await until(async () => (await fetch(`${address}/readyz`)).status === 200, 10_000);
    portal.child.kill("SIGTERM");
    expect(await portal.ended).toBe(0);
    expect(postgresPid(folder)).toBeNull();
  });
});
