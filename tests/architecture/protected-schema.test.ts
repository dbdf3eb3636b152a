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

const as = <T>(
  role: "upstream_app" | "upstream_worker",
  context: { jurisdictionId: string; organizationId?: string; actorId?: string },
  statement: string,
) =>
  db.inTransaction(context, async (tx) => {
    await tx.$executeRawUnsafe(`set local role ${role}`);
    return tx.$queryRawUnsafe<T[]>(statement);
  });
const own = { jurisdictionId, actorId: "reader" };
const read = "select reporter from protected.read_report_secret('M1', 'a court order')";

describe.each(["upstream_app", "upstream_worker"] as const)("the protected schema, for %s", (role) => {
  it.each(tables)("%s cannot be read, written or counted", async (table) => {
    const statements = [
      `select * from protected.${table}`,
      `select count(*) from protected.${table}`,
      `insert into protected.${table} default values`,
      `update protected.${table} set jurisdiction_id = jurisdiction_id`,
      `delete from protected.${table}`,
    ];
    for (const statement of statements)
      await expect(as(role, own, statement)).rejects.toThrow(/permission denied/);
  });

  it("gives no right on a table, nothing to make, and no way to become who has one", async () => {
    const rights = await db.owner.query(
      `select c.relname from pg_class c where c.relnamespace = 'protected'::regnamespace and c.relkind = 'r'
       and has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
      [role],
    );
    expect(rights.rows).toEqual([]);
    const more = await db.owner.query(
      `select has_schema_privilege($1, 'protected', 'create') as makes,
         pg_has_role($1, 'upstream_protected', 'member') as becomes`,
      [role],
    );
    expect(more.rows).toEqual([{ makes: false, becomes: false }]);
  });

  it("answers one secret, within the jurisdiction, and writes down who read it and why", async () => {
    expect(await as(role, own, read)).toEqual([{ reporter: "Invented Reporter" }]);
    expect(await as(role, { ...own, jurisdictionId: randomUUID() }, read)).toEqual([]);
    expect(await as(role, { ...own, organizationId: randomUUID() }, read)).toEqual([]);
    await expect(as(role, { jurisdictionId }, read)).rejects.toThrow(/read_log_actor/);
    const log = await db.owner.query(
      "select actor_id, what, row_key, reason from protected.read_log where jurisdiction_id = $1 order by at desc",
      [jurisdictionId],
    );
    expect(log.rows).toContainEqual({
      ...{ actor_id: "reader", what: "report_secret", row_key: "M1", reason: "a court order" },
    });
  });
});

describe("what only jobs and commands may do", () => {
  it.each([
    "select * from protected.list_report_origins('all of them')",
    "select protected.record_report_origins('[]')",
    "select protected.write_report_secrets('[]')",
  ])("a page may not: %s", async (statement) => {
    await expect(as("upstream_app", own, statement)).rejects.toThrow(/permission denied/);
    await as("upstream_worker", own, statement);
  });
});
