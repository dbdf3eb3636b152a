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
  it("is on, with a policy by jurisdiction, for every table with a jurisdiction", async () => {
    const off = await db.owner.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'jurisdiction_id'
       where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'protected'::regnamespace)
       and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid
         and pg_get_expr(coalesce(p.polwithcheck, p.polqual), c.oid) like '%app_jurisdiction()%'))`,
    );
    expect(off.rows).toEqual([]);
  });

  it("leaves open to other jurisdictions only what everybody may read", async () => {
    const open = await db.owner.query(
      `select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
       where pg_get_expr(p.polqual, c.oid) not like '%(jurisdiction_id = %' order by 1`,
    );
    // Of community_entry: lessons that were shared, to who follows the same framework.
    expect(open.rows.map(({ relname }) => relname)).toEqual([
      "community_entry",
      "invitation",
      "listing_words",
      "membership",
      "organization",
    ]);
  });

  it("lets a provider announce and be written down, and read back only what it did itself", async () => {
    const provider = {
      jurisdictionId: family.jurisdictionId,
      organizationId: family.organizationId,
      actorId: "me",
    };
    const { seen, mails } = await db.inTransaction(provider, async (tx) => {
      const at = new Date();
      const of = (actorId: string) => ({
        ...{ jurisdictionId: family.jurisdictionId, at, actorKind: "staff", actorId },
        ...{ event: "referral.accepted", entity: "ServiceReferral", fields: [] },
      });
      await tx.auditEntry.createMany({ data: [of("me"), of("somebody else")] });
      await tx.outboxMessage.createMany({
        data: { jurisdictionId: family.jurisdictionId, template: "none", createdAt: at },
      });
      const seen = await tx.auditEntry.findMany({ select: { actorId: true } });
      return { seen, mails: await tx.outboxMessage.count() };
    });
    expect({ seen, mails }).toEqual({ seen: [{ actorId: "me" }], mails: 0 });
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
      "audit_entry",
      "outbox_message",
      "intake_call",
      "agency_child",
      "maltreatment_report",
      "removal",
      "placement",
      "sibling_link",
      "prevention_service_span",
      "agency_contact",
      "agency_case",
      "agency_extract_row",
      "link_event",
      "person_link",
      "link_candidate",
      "link_reading",
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
    expect(Object.keys(counts).filter((table) => counts[table] !== 0)).toEqual([]);
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
