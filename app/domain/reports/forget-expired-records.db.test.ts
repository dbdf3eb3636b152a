import { expect, it } from "vitest";
import { runRetention } from "~/worker/apply-retention.server";
import { rebuildAfterWithdrawal } from "~/worker/rebuild-records.server";
import { withdrawExtract } from "~/domain/reports/index.server";
import { fixedClock } from "~/domain/kernel/clock";
import { testDatabase } from "../../../tests/setup/database";
import { importRecordFiles } from "../../../tests/setup/import-record-files";
import { asSystem, makeJurisdiction } from "../../../tests/setup/listing-rows";

const db = await testDatabase();
const here = await makeJurisdiction(db, "expunging");
const clock = fixedClock("2026-11-20T15:00:00Z");
const rows = async (text: string): Promise<Record<string, unknown>[]> =>
  (await db.owner.query(text)).rows as Record<string, unknown>[];
const column = async (name: string, table: string) =>
  (await rows(`select ${name} as it from ${table} order by 1`)).map(({ it }) => it);
const keep = (kept: Record<string, number>) =>
  db.owner.query("update jurisdiction set settings = $1", [{ records: { kept } }]);

it("a report goes when its days are over, with its words, its child and the child's keys; the rest and the results stay", async () => {
  await importRecordFiles(db, here, {
    children: ["child_id,first_name", "old,Oldest", "both,Both", "removed,Removed", "victim,Victim"],
    reports: [
      "report_id,child_id,report_date,disposition,disposition_date,narrative",
      "r1,old,2020-01-01,unsubstantiated,2020-02-01,Words of one",
      "r2,both,2020-01-01,unsubstantiated,,Words of two",
      "r3,both,2026-01-01,unsubstantiated,,Words of three",
      "r4,removed,2020-01-01,unsubstantiated,,",
      "r5,victim,2020-01-01,substantiated,,Words of five",
      "r6,old,2021-11-19,closed_no_finding,,Words of six",
    ],
    removals: ["removal_id,child_id,entry_date", "m1,removed,2020-01-03"],
    siblings: ["child_id,sibling_child_id,relation", "old,both,full", "both,old,full"],
    contacts: ["child_id,contact_at,kind", "old,2020-01-02T10:00,response"],
  });
  await db.owner.query(
    `insert into measure_run (id, jurisdiction_id, parameters, data_through, started_at, status) values ($1, $1, '{}', '2026-11-15', now(), 'done')`,
    [here],
  );
  expect(await runRetention({ jurisdictionId: here }, clock)).toMatchObject({ reports: 0, children: 0 });
  await keep({ unsubstantiated: 1826, substantiated: 0 });
  expect(await runRetention({ jurisdictionId: here, dryRun: true }, clock)).toMatchObject({ reports: 4 });
  expect(await column("report_id", "maltreatment_report")).toHaveLength(6);

  expect(await runRetention({ jurisdictionId: here, most: 3 }, clock)).toMatchObject({
    ...{ reports: 4, children: 1 },
  });
  expect(await column("report_id", "maltreatment_report")).toEqual(["r3", "r5"]);
  expect(await column("child_id", "agency_child")).toEqual(["both", "removed", "victim"]);
  expect([await column("child_id", "agency_contact"), await column("child_id", "sibling_link")]).toEqual([
    [],
    [],
  ]);
  expect(await column("report_id", "protected.report_secret")).toEqual(["r3", "r5"]);
  expect(await column("report_id", "protected.extract_secret")).toEqual(["r3", "r5"]);
  expect(await column("row ->> 'child_id'", "agency_extract_row where file <> 'removals'")).toEqual([
    "both",
    "both",
    "removed",
    "victim",
    "victim",
  ]);
  expect(await column("status", "measure_run")).toEqual(["done"]);
  const [audit] = await rows(
    "select reason from audit_entry where event = 'records.expired' order by at limit 1",
  );
  expect(audit?.["reason"]).toMatch(/^reports: \d; children: \d$/);
});

it("nothing of it comes back when another extract is taken back", async () => {
  const { runId } = await importRecordFiles(db, here, { children: ["child_id", "new"] });
  await asSystem(db, here, (ctx) => withdrawExtract(ctx, { id: runId, reason: "A mistake." }));
  await rebuildAfterWithdrawal(here);
  expect(await column("child_id", "agency_child")).toEqual(["both", "removed", "victim"]);
  expect(await column("report_id", "maltreatment_report")).toEqual(["r3", "r5"]);
  expect(await column("report_id", "protected.report_secret")).toEqual(["r3", "r5"]);
});
