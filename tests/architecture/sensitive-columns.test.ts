import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../setup/database";
import { familyTables, staffTables, tablesWithoutPeople } from "./sensitive-columns";

let db: TestDatabase;
const registered = { ...familyTables, ...staffTables };

beforeAll(async () => {
  db = await testDatabase();
});

const query = async <T extends object>(text: string, values: unknown[] = []) =>
  (await db.owner.query<T>(text, values)).rows;

describe("the register of sensitive columns", () => {
  it("knows every table: of families, of staff, or without people", async () => {
    const tables = await query<{ name: string }>(
      "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'",
    );
    const known = [...Object.keys(registered), ...tablesWithoutPeople];
    expect(tables.map((table) => table.name).sort()).toEqual([...known].sort());
  });

  it("says how every column that can hold words about a person is protected, and lists none that is gone", async () => {
    const columns = await query<{ table: string; column: string }>(
      `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
       left join information_schema.element_types e on e.object_name = c.table_name and e.object_schema = c.table_schema
         and e.collection_type_identifier = c.dtd_identifier and e.object_type = 'TABLE'
       where c.table_schema = 'public' and c.table_name = any($1)
         and coalesce(e.data_type, c.data_type) in ('text', 'character varying', 'json', 'jsonb', 'bytea')`,
      [Object.keys(registered)],
    );
    const there = columns.map(({ table, column }) => `${table}.${column}`).sort();
    const listed = Object.entries(registered).flatMap(([table, of]) =>
      Object.keys(of).map((column) => `${table}.${column}`),
    );
    expect(there).toEqual(listed.sort());
  });

  it("puts every table of families under row-level security with a policy for every command that is allowed", async () => {
    const bare = await query(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any($1)
       and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'))`,
      [Object.keys(familyTables)],
    );
    // Read and added to by policy; changed and removed by nobody.
    expect(bare).toEqual([{ relname: "audit_entry" }]);
  });

  it("lets no view or materialised view show what row-level security hides", async () => {
    const views = await query(
      "select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace",
    );
    expect(views).toEqual([]);
  });
});

describe.each(["upstream_app", "upstream_worker"])("the role %s", (name) => {
  it("is no superuser and no login, owns no table and cannot pass row-level security", async () => {
    const role = await query(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin from pg_roles where rolname = $1",
      [name],
    );
    expect(role).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false },
    ]);
    expect(await query("select relname from pg_class where relowner = $1::regrole", [name])).toEqual([]);
  });
});

describe("the application's login", () => {
  it("is what the tests themselves come as", async () => {
    expect(await db.prisma.$queryRaw`select current_user::text as who`).toEqual([{ who: "upstream_worker" }]);
  });
});
