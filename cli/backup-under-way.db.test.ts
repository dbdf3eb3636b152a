import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { refuseHalfRestore } from "~/db/backup/place-files";
import { seedOneFamily } from "../tests/architecture/seed-one-family";
import { runUpstream, startUpstream } from "../tests/cli/run-upstream";
import {
  backupSecret,
  bareDatabase,
  contentOf,
  ownFolder,
  portalOn,
  restoring,
} from "../tests/setup/backup-desk";
import { testDatabase } from "../tests/setup/database";

const db = await testDatabase();
const folder = await ownFolder();

/** Whether a command waits for a lock on a database; asked beside the transaction that holds it. */
const isWaiting = async (name: string, url: string) => {
  const waiting =
    "select from pg_stat_activity where application_name = $1 and datname = $2 and wait_event_type = 'Lock'";
  return (await db.owner.query(waiting, [name, new URL(url).pathname.slice(1)])).rowCount === 1;
};

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries += 1) {
    if (tries > 600) throw new Error("It did not come to that within a minute.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs something while the organizations are locked. */
async function whileLocked<T>(url: string, mode: string, run: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query(`begin; lock table organization in ${mode} mode`);
    return await run();
  } finally {
    await holder.end();
  }
}

beforeAll(async () => void (await seedOneFamily(db.owner)));

describe("a backup", () => {
  it("is of one moment while others write", async () => {
    const other = path.join(folder, "while.backup");
    const settings = await portalOn(db.url, { SESSION_SECRET: backupSecret });
    let written = 0;
    const writePair = () =>
      db.owner.query(
        `with one as (insert into mail_suppression (email_hash, reason) values ('pair ${(written += 1)}', 'test'))
          insert into verification (id, identifier, value, expires_at, updated_at) values (gen_random_uuid(), 'pair', '', now(), now())`,
      );
    const ran = await whileLocked(db.url, "access exclusive", async () => {
      const running = runUpstream(["backup", "--out", other], settings);
      await until(async () => {
        await writePair();
        return written > 20 && (await isWaiting("upstream-backup", db.url));
      });
      // Rows that came after the moment, in tables that are read before and after the wait.
      for (let n = 0; n < 20; n += 1) await writePair();
      return { running };
    });
    expect(await ran.running).toMatchObject({ code: 0 });
    const target = await bareDatabase();
    expect(await restoring(other, await portalOn(target.url))).toMatchObject({ code: 0 });
    const [found] = await target.ask<{ a: number; b: number }>(
      `select (select count(*)::int from mail_suppression where email_hash like 'pair %') as a,
        (select count(*)::int from verification where identifier = 'pair') as b`,
    );
    expect(found?.a).toBe(found?.b);
    expect(found?.a).toBeLessThan(written - 19);
    await db.owner.query("delete from mail_suppression; delete from verification");
  });
});

describe("a restore that is killed half way", () => {
  it("leaves what was there, keeps the portal from starting, and can be run again", async () => {
    const file = path.join(folder, "all.backup");
    const saved = await runUpstream(
      ["backup", "--out", file],
      await portalOn(db.url, { SESSION_SECRET: backupSecret }),
    );
    expect(saved.code).toBe(0);
    const target = await bareDatabase();
    const settings = await portalOn(target.url);
    expect((await restoring(file, settings)).code).toBe(0);
    await target.ask("update organization set name = 'Before the kill'");
    const killing = new AbortController();
    await whileLocked(target.url, "access share", async () => {
      const running = startUpstream(["restore", file, "--replace", target.name], settings, killing.signal);
      await until(() => isWaiting("upstream-restore", target.url));
      killing.abort();
      expect((await running).code).toBeNull();
    });
    expect(await target.ask("select name from organization")).toEqual([{ name: "Before the kill" }]);
    expect(() => refuseHalfRestore(settings.DATA_FOLDER)).toThrow(/was cut off. Run it again.*restore/);
    const saving = await runUpstream(["backup", "--out", path.join(folder, "half.backup")], {
      ...settings,
      SESSION_SECRET: backupSecret,
    });
    expect([saving.code, saving.err]).toEqual([1, expect.stringContaining("was cut off")]);
    const again = await restoring(file, settings, "--replace", target.name);
    expect(again.code).toBe(0);
    expect(() => refuseHalfRestore(settings.DATA_FOLDER)).not.toThrow();
    expect(await target.use(contentOf)).toEqual(await contentOf(db.owner));
  });
});
