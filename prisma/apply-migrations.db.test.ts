import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { applyMigrations } from "./apply-migrations";

const name = `test_${process.pid}_migrations`;
const url = new URL(inject("serverUrl"));
let server: pg.Client;

beforeAll(async () => {
  server = new pg.Client({ connectionString: url.href });
  await server.connect();
  await server.query(`create database ${name} template ${inject("template")}`);
  url.pathname = `/${name}`;
});
afterAll(async () => {
  await server.query(`drop database if exists ${name} with (force)`);
  await server.end();
});

it("applies nothing twice", async () => expect(await applyMigrations(url.href)).toEqual([]));

it("leaves a database of another version as it is, and says so", async () => {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(
    "update _prisma_migrations set migration_name = '20200101000000_of_old' where migration_name ~ 'goals'",
  );
  await client.end();
  await expect(applyMigrations(url.href)).rejects.toThrow(/another version.*20200101000000_of_old/);
});
