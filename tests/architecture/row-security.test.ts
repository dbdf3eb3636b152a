import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../setup/database";
import { familyTables } from "./sensitive-columns";
import { seedOneFamily, type OneFamily } from "./seed-one-family";

const personTables = Object.keys(familyTables);

let db: TestDatabase;
let family: OneFamily;

beforeAll(async () => {
  db = await testDatabase();
  family = await seedOneFamily(db.owner);
});

const countAll = (context: { jurisdictionId: string | null; organizationId?: string }) =>
  db.inTransaction(context, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of personTables) {
      const rows = await tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from "${table}"`);
      counts[table] = rows[0]?.n ?? -1;
    }
    return counts;
  });

const none = Object.fromEntries(personTables.map((table) => [table, 0]));

describe("row-level security", () => {
  it("is on for every table that holds a person", async () => {
    const off = await db.owner.query(
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname = any($1) and not relrowsecurity",
      [personTables],
    );
    expect(off.rows).toEqual([]);
  });

  it("shows nothing without a context", async () => {
    expect(await countAll({ jurisdictionId: null })).toEqual(none);
    expect(await db.prisma.household.count()).toBe(0);
  });

  it("shows nothing to another jurisdiction", async () => {
    expect(await countAll({ jurisdictionId: randomUUID() })).toEqual(none);
  });

  it("shows the jurisdiction's own rows", async () => {
    const counts = await countAll({ jurisdictionId: family.jurisdictionId });
    expect(Object.entries(counts).filter(([, n]) => n === 0)).toEqual([]);
  });

  it("shows a provider its own referral's rows, and none of the agency's side", async () => {
    const counts = await countAll({
      jurisdictionId: family.jurisdictionId,
      organizationId: family.organizationId,
    });
    const agencySide = [
      "intake_call",
      "agency_child",
      "maltreatment_report",
      "removal",
      "link_event",
      "person_link",
      "measure_member",
    ];
    expect(
      Object.keys(counts)
        .filter((table) => counts[table] === 0)
        .sort(),
    ).toEqual(agencySide.sort());
  });

  it("shows another provider of the same jurisdiction no family", async () => {
    const counts = await countAll({ jurisdictionId: family.jurisdictionId, organizationId: randomUUID() });
    expect(Object.keys(counts).filter((table) => counts[table] !== 0)).toEqual([
      "outbox_message",
      "audit_entry",
    ]);
  });

  it("does not leak the context to the connection's next user", async () => {
    await countAll({ jurisdictionId: family.jurisdictionId });
    for (let round = 0; round < 10; round += 1) expect(await db.prisma.household.count()).toBe(0);
  });

  it("refuses to write a row for another jurisdiction", async () => {
    const writing = db.inTransaction({ jurisdictionId: randomUUID() }, (tx) =>
      tx.household.create({
        data: { jurisdictionId: family.jurisdictionId, caregiverName: "Test", createdAt: new Date(0) },
      }),
    );
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  it("refuses a write in a read-only transaction", async () => {
    const writing = db.inTransaction(
      { jurisdictionId: family.jurisdictionId },
      (tx) => tx.household.updateMany({ data: { version: 9 } }),
      { readOnly: true },
    );
    await expect(writing).rejects.toThrow(/read-only/);
  });
});
