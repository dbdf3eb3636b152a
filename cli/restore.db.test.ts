import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { keptSchemas } from "~/db/backup/kept-tables";
import { applyWithin, migrationNames } from "../prisma/apply-migrations";
import { seedOneFamily } from "../tests/architecture/seed-one-family";
import { runUpstream, startUpstream } from "../tests/cli/run-upstream";
import {
  backupSecret,
  bareDatabase,
  contentOf,
  ownFolder,
  portalOn,
  restoring,
  shapeOf,
} from "../tests/setup/backup-desk";
import { testDatabase } from "../tests/setup/database";

const db = await testDatabase();
const folder = await ownFolder();
const file = path.join(folder, "all.backup");

beforeAll(async () => {
  await seedOneFamily(db.owner);
  await db.owner.query(
    "insert into pgboss.job (name, data) values ('mail', '{\"id\":\"1\"}'), ('mail_dead', '{\"a\":\"tab\\tline\\nend\"}')",
  );
  const settings = await portalOn(db.url);
  await writeFile(path.join(settings.DATA_FOLDER, "secret"), backupSecret);
  await mkdir(path.join(settings.DATA_FOLDER, "imports"));
  await writeFile(path.join(settings.DATA_FOLDER, "imports", "one.zip"), "an upload");
  const ran = await runUpstream(["backup", "--out", file], settings);
  expect(ran.err).toMatch(/rows of \d+ tables and 2 files.*\n.*every family's name/);
  expect(ran.code).toBe(0);
});

describe("a backup", () => {
  it("is for its owner's eyes, overwrites nothing and names what it lacks", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    const again = await runUpstream(
      ["backup", "--out", file],
      await portalOn(db.url, { SESSION_SECRET: backupSecret }),
    );
    expect([again.code, again.err]).toEqual([2, `${file} exists already; a backup overwrites nothing.\n`]);
    const elsewhere = path.join(folder, "other.backup");
    const without = await runUpstream(["backup", "--out", elsewhere], await portalOn(db.url));
    expect([without.code, existsSync(elsewhere)]).toEqual([2, false]);
    expect(without.err).toContain("SESSION_SECRET is not set");
    const bare = await bareDatabase();
    const nothing = await runUpstream(
      ["backup", "--out", elsewhere],
      await portalOn(bare.url, { SESSION_SECRET: backupSecret }),
    );
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining("nothing to back up")]);
  });

  it("carries every schema there is", async () => {
    const { rows } = await db.owner.query<{ name: string }>(
      "select nspname::text as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...keptSchemas].sort());
  });
});

describe("restoring", () => {
  it("brings rows, rights, rules, jobs, files and the secret as they were", async () => {
    const target = await bareDatabase();
    const settings = await portalOn(target.url);
    const ran = await startUpstream(["restore", file], settings);
    expect(ran.err).toMatch(/is whole: version .*\n[^]*Restored: every table has the backup's rows/);
    expect([ran.code, ran.out]).toEqual([0, ""]);
    expect(await target.use(contentOf)).toEqual(await contentOf(db.owner));
    expect(await target.use(shapeOf)).toEqual(await shapeOf(db.owner));
    const kept = path.join(settings.DATA_FOLDER, "secret");
    expect([await readFile(kept, "utf8"), (await stat(kept)).mode & 0o777]).toEqual([backupSecret, 0o600]);
    expect(await readFile(path.join(settings.DATA_FOLDER, "imports", "one.zip"), "utf8")).toBe("an upload");
    expect((await readdir(settings.DATA_FOLDER)).sort()).toEqual(["imports", "secret"]);
    expect(ran.err).not.toContain(backupSecret);
  });

  it("says so where another secret is set than the backup's", async () => {
    const target = await bareDatabase();
    const settings = await portalOn(target.url, { SESSION_SECRET: "another-secret-of-more-than-32-letters" });
    const { code, err } = await restoring(file, settings);
    expect([code, err]).toEqual([0, expect.stringContaining("SESSION_SECRET is set to another key")]);
  });

  it("destroys only what was named, and says what that is", async () => {
    const target = await bareDatabase();
    const settings = await portalOn(target.url);
    expect((await restoring(file, settings)).code).toBe(0);
    await target.ask(
      // An upgrade that went wrong: the version before puts its backup back.
      "update organization set name = 'Changed since'; create view of_somebody as select 1 as one; update _prisma_migrations set migration_name = '20991231000000_of_a_newer_version' where migration_name ~ '_goals'",
    );
    await writeFile(path.join(settings.DATA_FOLDER, "imports", "later.zip"), "later");
    for (const more of [[], ["--replace", "another"]]) {
      const { code, err } = await restoring(file, settings, ...more);
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/1 jurisdictions, .*1 families, 1 referrals.*destroys/),
      ]);
      expect(err).toContain(`--replace ${target.name}`);
    }
    expect(await target.ask("select name from organization")).toEqual([{ name: "Changed since" }]);
    expect((await restoring(file, settings, "--replace", target.name)).code).toBe(0);
    expect(await target.use(contentOf)).toEqual(await contentOf(db.owner));
    expect(await target.use(shapeOf)).toEqual(await shapeOf(db.owner));
    expect(await readdir(path.join(settings.DATA_FOLDER, "imports"))).toEqual(["one.zip"]);
  });

  it("leaves a database alone that holds somebody else's tables, or that a portal is at work on", async () => {
    const foreign = await bareDatabase();
    await foreign.ask("create table invoices (n int)");
    const refused = await restoring(file, await portalOn(foreign.url), "--replace", foreign.name);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("not the portal's (invoices)")]);
    const busy = await bareDatabase();
    const portal = new pg.Client({ connectionString: busy.url, application_name: "upstream" });
    await portal.connect();
    const { code, err } = await restoring(file, await portalOn(busy.url));
    await portal.end();
    expect([code, err]).toEqual([2, expect.stringContaining("is at work on this database (1 connections)")]);
    expect(await busy.ask("select from pg_class where relnamespace = 'public'::regnamespace")).toEqual([]);
  });

  it("takes a backup of an older version and brings it to this one", async () => {
    const names = migrationNames();
    const [older, target] = [await bareDatabase(), await bareDatabase()];
    await older.use(async (client) => {
      await client.query("begin");
      await applyWithin(client, names.slice(0, 20));
      await client.query(
        "insert into jurisdiction (id, slug, name) values (gen_random_uuid(), 'old', 'Old'); commit",
      );
    });
    const from = path.join(folder, "older.backup");
    const saved = await runUpstream(
      ["backup", "--out", from],
      await portalOn(older.url, { SESSION_SECRET: backupSecret }),
    );
    expect(saved.code).toBe(0);
    const { code, err } = await restoring(from, await portalOn(target.url));
    expect([code, err]).toEqual([0, expect.stringContaining(`Brought to this version: ${names[20] ?? ""}`)]);
    expect(await target.ask("select slug from jurisdiction")).toEqual([{ slug: "old" }]);
    expect(await target.use(shapeOf)).toEqual(await shapeOf(db.owner));
  });
});
