import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../setup/database";
import { seedOneFamily, type OneFamily } from "./seed-one-family";

const kept = [
  "referral_event",
  "consent_event",
  "capacity_event",
  "link_event",
  "audit_entry",
  "field_change",
  "jurisdiction_version",
  "framework_version",
  "jurisdiction_tier",
  "agency_extract",
  "agency_extract_event",
  "link_model",
  "link_reading",
  "link_mark",
  "board_report",
];

let db: TestDatabase;
let family: OneFamily;

beforeAll(async () => {
  db = await testDatabase();
  family = await seedOneFamily(db.owner);
});

const asApp = (statement: string) =>
  db.inTransaction({ jurisdictionId: family.jurisdictionId }, (tx) => tx.$executeRawUnsafe(statement));

describe.each(kept)("%s is append-only", (table) => {
  it("refuses the application's change, removal and emptying", async () => {
    await expect(asApp(`update "${table}" set jurisdiction_id = jurisdiction_id`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApp(`delete from "${table}"`)).rejects.toThrow(/permission denied/);
    await expect(asApp(`truncate "${table}"`)).rejects.toThrow(/permission denied/);
  });

  it("refuses a change even to its owner, and a removal to any other role that was given the right", async () => {
    await expect(db.owner.query(`update "${table}" set jurisdiction_id = jurisdiction_id`)).rejects.toThrow(
      /append-only/,
    );
    await db.owner.query(`grant delete, truncate on "${table}" to upstream_app`);
    // Where no policy lets a row be removed, none is found; elsewhere the trigger refuses.
    await asApp(`delete from "${table}"`).catch((error: Error) =>
      expect(error.message).toMatch(/append-only/),
    );
    await expect(asApp(`truncate "${table}"`)).rejects.toThrow(/append-only/);
    expect((await db.owner.query(`select 1 from "${table}"`)).rowCount).toBe(1);
    await db.owner.query(`revoke delete, truncate on "${table}" from upstream_app`);
  });

  it("lets its owner remove rows", async () => {
    expect((await db.owner.query(`delete from "${table}"`)).rowCount).toBe(1);
    await db.owner.query(`truncate "${table}"`);
  });
});
