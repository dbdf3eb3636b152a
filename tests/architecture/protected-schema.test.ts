import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../setup/database";

let db: TestDatabase;
const jurisdictionId = randomUUID();
const tables = ["report_secret", "report_origin", "read_log"];

beforeAll(async () => {
  db = await testDatabase();
  await db.owner.query(
    "insert into protected.report_secret values ($1, 'M1', 'Invented Reporter', 'Invented words')",
    [jurisdictionId],
  );
});

const asApp = (statement: string) =>
  db.inTransaction({ jurisdictionId }, (tx) => tx.$queryRawUnsafe(statement));
const asReader = <T>(context: { jurisdictionId: string; organizationId?: string }, statement: string) =>
  db.inTransaction(context, async (tx) => {
    await tx.$executeRaw`set local role upstream_protected`;
    const rows = await tx.$queryRawUnsafe<T[]>(statement);
    await tx.$executeRaw`set local role upstream_app`;
    return rows;
  });

describe("the protected schema", () => {
  it.each(tables)("%s cannot be read, written or counted by the application's role", async (table) => {
    await expect(asApp(`select * from protected.${table}`)).rejects.toThrow(/permission denied/);
    await expect(asApp(`select count(*) from protected.${table}`)).rejects.toThrow(/permission denied/);
    await expect(asApp(`insert into protected.${table} default values`)).rejects.toThrow(/permission denied/);
    await expect(asApp(`delete from protected.${table}`)).rejects.toThrow(/permission denied/);
  });

  it("gives the application's role no right on the schema or on a table in it", async () => {
    const rights = await db.owner.query(
      `select c.relname from pg_class c where c.relnamespace = 'protected'::regnamespace and c.relkind = 'r'
       and has_table_privilege('upstream_app', c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    );
    expect(rights.rows).toEqual([]);
    const usage = await db.owner.query(
      "select has_schema_privilege('upstream_app', 'protected', 'usage, create') as has",
    );
    expect(usage.rows).toEqual([{ has: false }]);
  });

  it("opens to the reader's role for one statement, within the jurisdiction", async () => {
    const read = "select reporter from protected.report_secret";
    expect(await asReader({ jurisdictionId }, read)).toEqual([{ reporter: "Invented Reporter" }]);
    expect(await asReader({ jurisdictionId: randomUUID() }, read)).toEqual([]);
    expect(await asReader({ jurisdictionId, organizationId: randomUUID() }, read)).toEqual([]);
  });

  it("does not let the reader's role remove or rewrite what was logged, or read the rest of the portal", async () => {
    const context = { jurisdictionId };
    await expect(asReader(context, "update protected.read_log set reason = ''")).rejects.toThrow(
      /permission denied/,
    );
    await expect(asReader(context, "delete from protected.read_log")).rejects.toThrow(/permission denied/);
    await expect(asReader(context, "select * from household")).rejects.toThrow(/permission denied/);
  });
});
