import { expect, it } from "vitest";
import { systemClock } from "~/domain/kernel/clock";
import { importRecords, withdrawExtract } from "~/domain/reports/index.server";
import { computeMeasures } from "~/worker/compute-measures.server";
import { rebuildAfterWithdrawal } from "~/worker/rebuild-records.server";
import { makePlace, staffActor } from "../../../../tests/setup/auth-people";
import { testDatabase } from "../../../../tests/setup/database";
import { asSystem } from "../../../../tests/setup/listing-rows";
import type { RecordBatch } from "../agency-record";

const db = await testDatabase();
const place = await makePlace(db, "dates");
const here = place.jurisdictionId;
const admin = staffActor("jurisdiction_admin", place);

async function* removalOf(id: string): AsyncGenerator<RecordBatch> {
  const at = { entryDate: "2025-01-02", exitDate: null, exitReason: null, county: null };
  const typed = { entryTransactionDate: null, exitTransactionDate: null };
  yield { table: "removals", rows: [{ removalId: id, childId: "c1", ...at, ...typed }] };
}
const bring = (id: string, dataThrough: string) =>
  asSystem(db, here, (ctx) =>
    importRecords(
      { ...ctx, clock: systemClock },
      { source: id, dataThrough, batches: removalOf(id), refused: () => 0 },
    ),
  );
async function dayComputed(): Promise<string | null> {
  const computed = await computeMeasures(here);
  return computed && "dataThrough" in computed ? computed.dataThrough : null;
}
async function withdraw(id: string): Promise<void> {
  await db.inTransaction({ jurisdictionId: here, actorId: admin.userId }, (tx) =>
    withdrawExtract({ actor: admin, tx, clock: systemClock }, { id, reason: "It was wrong." }),
  );
  await rebuildAfterWithdrawal(here);
}

it("an older extract never moves the date of the data back, and taking one back moves it to what stands", async () => {
  await bring("m1", "2026-03-31");
  const newest = await bring("m2", "2026-06-30");
  const older = await bring("m3", "2025-12-31");
  expect([newest.standing, older.standing, older.dataThrough]).toEqual([null, "2026-06-30", "2025-12-31"]);
  expect(await dayComputed()).toBe("2026-06-30");
  await withdraw(newest.runId);
  expect(await dayComputed()).toBe("2026-03-31");
  expect((await bring("m4", "2026-01-31")).standing).toBe("2026-03-31");
  expect(await dayComputed()).toBe("2026-03-31");
});
