import { spawn } from "node:child_process";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { bareDatabase, shapeOf } from "../tests/setup/backup-desk";
import { testDatabase } from "../tests/setup/database";
import { applyMigrations, applyWithin, migrationNames } from "./apply-migrations";

const db = await testDatabase();
const names = migrationNames();

async function migratedUpTo(count: number) {
  const made = await bareDatabase();
  await made.use(async (client) => {
    await client.query("begin");
    await applyWithin(client, names.slice(0, count));
    await client.query("commit");
  });
  return made;
}

describe("migrations", () => {
  it("are applied once", async () => {
    const made = await migratedUpTo(names.length - 2);
    expect(await applyMigrations(made.url)).toEqual(names.slice(-2));
    expect(await applyMigrations(made.url)).toEqual([]);
  });

  it("leave a database of another version as it is, and say so", async () => {
    const made = await migratedUpTo(3);
    await made.ask(
      "update _prisma_migrations set migration_name = '20200101000000_of_old' where migration_name ~ 'organizations'",
    );
    await expect(applyMigrations(made.url)).rejects.toThrow(/another version.*20200101000000_of_old/);
  });
});

describe("a migration that is killed", () => {
  it("is whole or not begun, and the next start goes on with it", async () => {
    const made = await migratedUpTo(10);
    const holder = new pg.Client({ connectionString: made.url });
    await holder.connect();
    try {
      await holder.query("begin; lock table household, service_referral, service in access share mode");
      const child = spawn(process.execPath, ["--import", "tsx", "prisma/migrate.ts", "up"], {
        env: { ...process.env, DATABASE_URL: made.url },
        stdio: "ignore",
      });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = '${made.name}'`;
      for (let tries = 0; (await db.owner.query(waiting)).rowCount === 0; tries += 1) {
        if (tries > 300) throw new Error("It never waited for the lock.");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      child.kill("SIGKILL");
      await ended;
    } finally {
      await holder.end();
    }
    const [done] = await made.ask<{ n: number; half: number }>(
      "select count(*)::int as n, count(*) filter (where finished_at is null)::int as half from _prisma_migrations",
    );
    expect([done?.half, (done?.n ?? 0) < names.length]).toEqual([0, true]);
    expect(await applyMigrations(made.url)).toEqual(names.slice(done?.n));
    const untouched = await migratedUpTo(names.length);
    expect(await made.use(shapeOf)).toEqual(await untouched.use(shapeOf));
  });

  it("by an earlier version is taken up again where it was done and only its record was lost", async () => {
    const made = await migratedUpTo(names.length);
    const lost = names.find((one) => one.endsWith("_hidden_listings"));
    await made.ask(`update _prisma_migrations set finished_at = null where migration_name = '${lost}'`);
    const shape = await made.use(shapeOf);
    expect(await applyMigrations(made.url)).toEqual([lost]);
    expect(await made.use(shapeOf)).toEqual(shape);
    expect(await made.ask("select from _prisma_migrations where finished_at is null")).toEqual([]);
  });

  it("by an earlier version is taken up again where nothing of it was done", async () => {
    const [made, whole] = [await migratedUpTo(names.length - 1), await migratedUpTo(names.length)];
    const last = names.at(-1);
    const begun = `insert into _prisma_migrations (id, checksum, migration_name) values ('half', '-', '${last}')`;
    await made.ask(begun);
    expect(await applyMigrations(made.url)).toEqual([last]);
    expect(await made.use(shapeOf)).toEqual(await whole.use(shapeOf));
  });
});

describe("a migration that is refused", () => {
  it("is taken back whole, says where and why, and goes on when the cause is gone", async () => {
    const made = await migratedUpTo(4);
    await made.ask("create table household (n int)");
    const refused = new RegExp(`${names[8]} was refused: relation "household" already exists.*Start again`);
    await expect(applyMigrations(made.url)).rejects.toThrow(refused);
    await expect(applyMigrations(made.url)).rejects.toThrow(refused);
    expect(await made.ask("select from _prisma_migrations")).toHaveLength(8);
    await made.ask("drop table household");
    expect(await applyMigrations(made.url)).toEqual(names.slice(8));
  });
});

describe("a login without the right", () => {
  async function asGuest<T>(url: string, run: (url: string, login: string) => Promise<T>): Promise<T> {
    const login = `guest_${process.pid}_${Date.now().toString(36)}`;
    const server = new pg.Client({ connectionString: inject("serverUrl") });
    await server.connect();
    await server.query(`create role ${login} login password 'guest'; grant ${login} to current_user`);
    const own = new URL(url);
    [own.username, own.password] = [login, "guest"];
    try {
      return await run(own.href, login);
    } finally {
      const there = new pg.Client({ connectionString: url });
      await there.connect();
      await there.query(`drop owned by ${login}`).finally(() => there.end());
      await server.query(`drop role ${login}`);
      await server.end();
    }
  }

  it("hears which right it lacks, one after another, and how to give it", async () => {
    const made = await bareDatabase();
    await asGuest(made.url, async (url, login) => {
      await expect(applyMigrations(url)).rejects.toThrow(
        `lacks the right CREATE on the database. As its owner: grant create on database "${made.name}" to "${login}"`,
      );
      await made.ask(`grant create on database ${made.name} to ${login}`);
      await expect(applyMigrations(url)).rejects.toThrow(/lacks the right CREATE on the schema public/);
      expect(await made.ask("select from pg_class where relnamespace = 'public'::regnamespace")).toEqual([]);
    });
  });

  it("hears whose the tables are", async () => {
    const made = await migratedUpTo(names.length - 1);
    await asGuest(made.url, async (url, login) => {
      await made.ask(`grant select on _prisma_migrations to ${login}`);
      await expect(applyMigrations(url)).rejects.toThrow(/its tables belong to "\w+". Give that login/);
    });
  });
});

it("a server older than 15 is refused by its version", async () => {
  const made = await bareDatabase();
  // The server's own answer cannot be set; another function of that name stands before it.
  await made.ask(`create schema older; create function older.current_setting(name text) returns text language sql as
    $$ select case name when 'server_version_num' then '140011' else '14.11' end $$`);
  const url = new URL(made.url);
  url.searchParams.set("options", "-c search_path=older,pg_catalog");
  await expect(applyMigrations(url.href)).rejects.toThrow(
    "The database server is PostgreSQL 14.11; the portal needs PostgreSQL 15 or later. Nothing was changed.",
  );
});
