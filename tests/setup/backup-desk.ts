import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { dropDatabase } from "../../app/db/drop-database";
import { runUpstream } from "../cli/run-upstream";
import { keptSchemas, listKeptTables } from "../../app/db/backup/kept-tables";

type Reader = Pick<pg.ClientBase, "query">;

export interface BareDatabase {
  name: string;
  url: string;
  /** As its owner; opened for one question and closed, since a restore wants to be alone. */
  ask<R extends pg.QueryResultRow>(statement: string): Promise<R[]>;
  use<T>(run: (client: pg.Client) => Promise<T>): Promise<T>;
}

let made = 0;

/** A database without a table, on the tests' server. */
export async function bareDatabase(): Promise<BareDatabase> {
  made += 1;
  const name = `test_${process.ppid}_${process.pid}_bare_${made}_${Date.now().toString(36)}`;
  const url = new URL(inject("serverUrl"));
  const onServer = async (run: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: inject("serverUrl") });
    await client.connect();
    await run(client).finally(() => client.end());
  };
  await onServer((client) => client.query(`create database ${name}`));
  afterAll(() => onServer((client) => dropDatabase(client, name)));
  url.pathname = `/${name}`;
  const use = async <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url.href });
    client.on("error", () => undefined);
    await client.connect();
    return run(client).finally(() => client.end());
  };
  return {
    name,
    url: url.href,
    use,
    ask: <R extends pg.QueryResultRow>(statement: string) =>
      use(async (client) => (await client.query<R>(statement)).rows),
  };
}

/** A folder of the test's own, gone with it. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "upstream-back-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Every kept table's rows, as one hash a table. */
export async function contentOf(client: Reader): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const { schema, name, columns } of await listKeptTables(client)) {
    const row = columns.map((column) => `"${column}"::text`).join(", ");
    const { rows } = await client.query<{ said: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(r, e'\\n' order by r)), '') as said
        from (select row(${row})::text as r from "${schema}"."${name}") as all_rows`,
    );
    content[`${schema}.${name}`] = rows[0]?.said ?? "";
  }
  return content;
}

const shapes = [
  `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as said from pg_constraint
    where connamespace in (select oid from pg_namespace where nspname = any($1::text[]))`,
  `select tgrelid::regclass::text || ' ' || tgenabled::text || ' ' || pg_get_triggerdef(t.oid) as said from pg_trigger t
    join pg_class c on c.oid = tgrelid where not tgisinternal and relnamespace in (select oid from pg_namespace where nspname = any($1::text[]))`,
  `select oid::regclass::text || ' ' || relrowsecurity || ' ' || coalesce((select string_agg(a::text, ',' order by a::text)
    from unnest(relacl) a), '') as said from pg_class where relnamespace in (select oid from pg_namespace where nspname = any($1::text[])) and relkind in ('r', 'p', 'v', 'S')`,
  `select indexdef as said from pg_indexes where schemaname = any($1::text[])`,
  `select row(tablename, policyname, roles, cmd, qual, with_check)::text as said from pg_policies where schemaname = any($1::text[])`,
  `select p.oid::regprocedure::text || ' ' || proowner::regrole || ' ' || md5(prosrc) || ' ' || coalesce(
    (select string_agg(a::text, ',' order by a::text) from unnest(proacl) a), '') as said
    from pg_proc p where pronamespace in (select oid from pg_namespace where nspname = any($1::text[]))`,
];

/** All that a database is besides its rows: constraints, triggers, rights, indexes, policies, functions. */
export async function shapeOf(client: Reader): Promise<string[]> {
  const said: string[] = [];
  for (const shape of shapes) {
    const { rows } = await client.query<{ said: string }>(shape, [keptSchemas]);
    said.push(...rows.map((row) => row.said));
  }
  return said.sort();
}

export const backupSecret = "a-secret-of-the-test-that-is-long-enough!";

/** Settings of a portal with a data folder of its own. */
export async function portalOn(url: string, more: Record<string, string> = {}) {
  return { DATABASE_URL: url, DATA_FOLDER: await ownFolder(), SESSION_SECRET: "", ...more };
}

export const restoring = (from: string, settings: Record<string, string>, ...more: string[]) =>
  runUpstream(["restore", from, ...more], settings);
