import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fixedClock } from "../../app/domain/kernel/clock";
import type { RecordRemark } from "../../app/domain/reports/agency-record";
import { type RecordTable } from "../../app/domain/reports/extract-columns";
import { importRecords } from "../../app/domain/reports/index.server";
import type { Remark } from "../../app/interop/csv/read-extract-file";
import { openRecords } from "../../app/interop/records/open-records";
import type { TestDatabase } from "./database";

const clock = fixedClock("2026-11-20T15:00:00Z");

/** A small extract of invented people in which nothing is wrong: the lines of each file, header first. */
export const wholeExtract: Record<RecordTable, string[]> = {
  children: [
    "child_id,dob,sex,race_codes,hispanic,first_name,last_name,street_number,street,unit,city,postcode,state,phone,email",
    "c1,2018-04-05,female,black,no,Ana,Testcase,12,Elm St,3B,Harbor,21215,MD,+1 410 555 0100,ana@example.org",
    "c2,2019-01-02,1,white;asian,1,Bo,Testcase,,,,,,,,",
  ],
  reports: [
    "report_id,child_id,report_date,disposition",
    "r1,c1,2025-01-02,02",
    "r2,c2,2025-02-02,unsubstantiated",
  ],
  removals: [
    "removal_id,child_id,entry_date,exit_date,exit_reason",
    "m1,c1,2025-02-01,2025-06-01,1",
    "m2,c2,2025-02-01,,9",
  ],
  placements: [
    "removal_id,start_date,setting,home_id,relative_flag,kin_flag,county",
    "m1,2025-02-01,3,h1,no,no,Harbor",
    "m1,2025-03-01,foster_relative,h2,yes,no,Harbor",
    "m1,2025-05-01,14,,,,",
    "m2,2025-02-01,qrtp,,,,",
  ],
  siblings: ["child_id,sibling_child_id,relation", "c1,c2,half", "c2,c1,half"],
  population: [
    "year,county,age_band,race,count",
    "2025,Harbor,0-17,black,12000",
    "2025,Harbor,4m-11m,,310",
    "2025,,0-17,,90000",
  ],
  services: [
    "child_id,plan_date,candidacy_type,practice_id,start_date,end_date,cost,provider_id",
    "c1,2024-12-01,candidate,pcit,2024-12-05,2025-01-05,1200.50,p1",
    "c1,2024-12-01,candidate,,,,,",
  ],
  contacts: [
    "child_id,contact_at,kind,method,status,in_residence",
    "c1,2025-01-02T15:30,response,in_person,completed,yes",
    "c1,2025-03-10T09:00-04:00,visit,in_person,completed,no",
  ],
  cases: ["child_id,start_date,end_date,in_home", "c1,2025-01-05,2025-01-31,yes", "c2,2025-01-05,,false"],
};

export type RecordFiles = Partial<Record<RecordTable, readonly string[] | Buffer>>;

/** Imports files as the command does, as of 2026-11-20. Warnings of columns that a file leaves out are not told. */
export async function importRecordFiles(db: TestDatabase, jurisdictionId: string, files: RecordFiles) {
  const folder = await mkdtemp(path.join(tmpdir(), "upstream-whole-"));
  for (const [table, lines] of Object.entries(files))
    await writeFile(
      path.join(folder, `${table}.csv`),
      Buffer.isBuffer(lines) ? lines : `${lines.join("\n")}\n`,
    );
  const source = await openRecords(folder);
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  const counted = new Map<RecordTable, number>();
  const listener = {
    onRejected: (remark: Remark, table: RecordTable) => {
      rejected.push(remark);
      counted.set(table, (counted.get(table) ?? 0) + 1);
    },
    onWarning: (remark: Remark) =>
      remark.code === "missing_column" ? undefined : void warnings.push(remark),
  };
  const actor = { kind: "system" as const, name: "test", jurisdictionId };
  const done = await db.inTransaction({ jurisdictionId, actorId: "test" }, (tx) =>
    importRecords(
      { actor, tx, clock },
      {
        ...{ source: "test", dataThrough: null, batches: source.read(listener, "2026-11-20") },
        refused: (table) => counted.get(table) ?? 0,
      },
    ),
  );
  return { ...done, rejected, warnings: [...warnings, ...done.warnings], flagged: done.warnings };
}

export const shortRemarks = (remarks: readonly (Remark | RecordRemark)[]) =>
  remarks.map((r) => [r.line, r.column, r.code]);
