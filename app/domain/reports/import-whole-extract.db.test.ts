import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { makePlace } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { fixedClock } from "~/domain/kernel/clock";
import type { Remark } from "~/interop/csv/read-extract-file";
import { openRecords } from "~/interop/records/open-records";
import type { RecordRemark } from "./agency-record";
import { recordTables, storageOf, type RecordTable } from "./extract-columns";
import { importRecords } from "./index.server";

const db = await testDatabase();
const place = await makePlace(db, "harbor");
const clock = fixedClock("2026-11-20T15:00:00Z");

const whole: Record<RecordTable, string[]> = {
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

type Files = Partial<Record<RecordTable, readonly string[] | Buffer>>;

async function importFiles(files: Files) {
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
  const actor = { kind: "system" as const, name: "test", jurisdictionId: place.jurisdictionId };
  const done = await db.inTransaction({ jurisdictionId: place.jurisdictionId, actorId: "test" }, (tx) =>
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

const short = (remarks: readonly (Remark | RecordRemark)[]) => remarks.map((r) => [r.line, r.column, r.code]);
const rowsOf = async (table: string) => (await db.owner.query(`select * from ${table}`)).rows as unknown[];

beforeEach(async () => {
  for (const table of recordTables) await db.owner.query(`delete from ${storageOf(table).table}`);
});

describe("a whole extract", () => {
  it("comes in, file by file, by words and by numbers, and the same again changes nothing", async () => {
    const first = await importFiles(whole);
    expect([first.rejected, first.warnings, first.refused]).toEqual([[], [], []]);
    for (const table of recordTables)
      expect([table, first.counts[table]]).toEqual([
        table,
        { imported: whole[table].length - 1, updated: 0, unchanged: 0 },
      ]);
    const again = await importFiles(whole);
    for (const table of recordTables)
      expect([table, again.counts[table]]).toEqual([
        table,
        { imported: 0, updated: 0, unchanged: whole[table].length - 1 },
      ]);
    expect([again.warnings, again.repeated]).toEqual([[], 0]);
    expect(await rowsOf("agency_child where child_id = 'c1'")).toMatchObject([
      {
        street_number: "12",
        unit: "3B",
        postcode: "21215",
        phone: "+1 410 555 0100",
        email: "ana@example.org",
      },
    ]);
    expect(await rowsOf("placement where removal_id = 'm1' order by start_date")).toMatchObject([
      { setting: "shelter", home_id: "h1", relative_flag: false },
      { setting: "foster_relative", home_id: "h2", relative_flag: true },
      { setting: "trial_home_visit", home_id: null, kin_flag: null },
    ]);
    expect(await rowsOf("prevention_service_span where practice_id = 'pcit'")).toMatchObject([
      { cost: "1200.50" },
    ]);
    const contacts = (await rowsOf("agency_contact order by contact_at")) as { contact_at: Date }[];
    expect(contacts.map((row) => row.contact_at.toISOString())).toEqual([
      "2025-01-02T20:30:00.000Z",
      "2025-03-10T13:00:00.000Z",
    ]);
  });

  it("updates a row that changed by its key, also where a part of the key is empty", async () => {
    await importFiles(whole);
    const changed = await importFiles({
      population: [whole.population[0] ?? "", "2025,,0-17,,91000"],
      services: [whole.services[0] ?? "", "c1,2024-12-01,pregnant_or_parenting_foster_youth,,,,,"],
      contacts: [whole.contacts[0] ?? "", "c1,2025-01-02T20:30Z,response,in_person,attempted,"],
    });
    for (const table of ["population", "services", "contacts"] as const)
      expect([table, changed.counts[table]]).toEqual([table, { imported: 0, updated: 1, unchanged: 0 }]);
  });

  it("replaces a removal's placements as a whole, unless a row was refused", async () => {
    await importFiles(whole);
    const header = whole.placements[0] ?? "";
    const partly = await importFiles({
      placements: [header, "m1,2025-02-02,3,h1,,,", "m1,2025-03-01,castle,h2,,,"],
    });
    expect(partly.flagged.map(({ code }) => code)).toEqual(["earlier_rows_kept"]);
    expect(await rowsOf("placement where removal_id = 'm1'")).toHaveLength(4);
    const clean = await importFiles({ placements: [header, "m1,2025-02-02,3,h1,,,"] });
    expect(clean.flagged.map(({ code }) => code)).toEqual(["no_longer_given"]);
    expect(await rowsOf("placement order by removal_id")).toMatchObject([
      { removal_id: "m1" },
      { removal_id: "m2" },
    ]);
  });
});

describe("bad input", () => {
  it("is refused row by row with line, column and code, and never with the cell", async () => {
    const done = await importFiles({
      ...whole,
      placements: [
        whole.placements[0] ?? "",
        "m1,2025-02-31,3,,,,",
        ",2025-02-01,3,,,,",
        "m1,2025-02-01,castle,,,,",
      ],
      siblings: [whole.siblings[0] ?? "", "c1,c1,full", "c1,c2,cousin"],
      population: [
        whole.population[0] ?? "",
        "2025,H,0-17,black,-3",
        "2025,H,17-0,black,3",
        "2025,H,teens,black,3",
      ],
      services: [whole.services[0] ?? "", "c1,,,x,2025-02-01,2025-01-01,1,", "c1,,,x,2025-01-01,,$12,"],
      contacts: [whole.contacts[0] ?? "", "c1,2025-01-02 15:30,,,,", "c1,2025-01-02T15:30,party,,,"],
      cases: [whole.cases[0] ?? "", "c1,2025-02-01,2025-01-01,", "c1,2199-01-01,,"],
    });
    expect(done.rejected.map((r) => [r.file.replace(".csv", ""), r.line, r.column, r.code])).toEqual([
      ["placements", 2, "start_date", "bad_date"],
      ["placements", 3, "removal_id", "missing_value"],
      ["placements", 4, "setting", "unknown_word"],
      ["siblings", 2, "sibling_child_id", "own_sibling"],
      ["siblings", 3, "relation", "unknown_word"],
      ["population", 2, "count", "bad_number"],
      ["population", 3, "age_band", "bad_age_band"],
      ["population", 4, "age_band", "bad_age_band"],
      ["services", 2, "end_date", "end_before_start"],
      ["services", 3, "cost", "bad_number"],
      ["contacts", 2, "contact_at", "bad_time"],
      ["contacts", 3, "kind", "unknown_word"],
      ["cases", 2, "end_date", "end_before_start"],
      ["cases", 3, "start_date", "future_date"],
    ]);
    expect(JSON.stringify(done.rejected)).not.toMatch(/castle|cousin|teens|party|\$12/);
  });

  it("refuses a child with two birth dates in one file, and tells of one that changed", async () => {
    const header = "child_id,dob,first_name";
    const done = await importFiles({
      children: [header, "c1,2018-04-05,Ana", "c2,2018-01-01,Bo", "c1,2018-05-04,Ana", "c2,2018-01-01,Bo"],
    });
    expect(short(done.refused)).toEqual([
      [2, "dob", "two_birth_dates"],
      [4, "dob", "two_birth_dates"],
    ]);
    expect([done.counts.children.imported, done.repeated, done.refusedRows.get("children")]).toEqual([
      1, 1, 2,
    ]);
    const later = await importFiles({ children: [header, "c2,2018-01-11,Bo"] });
    expect(short(later.flagged)).toEqual([[2, "dob", "birth_date_changed"]]);
    expect(later.counts.children.updated).toBe(1);
  });

  it("tells of removals that overlap, begin before birth, and of placements outside of them", async () => {
    const done = await importFiles({
      children: whole.children,
      removals: [
        whole.removals[0] ?? "",
        "m1,c1,2025-02-01,2025-06-01,1",
        "m2,c1,2025-05-31,,",
        "m3,c2,2025-01-01,2025-02-01,1",
        "m4,c2,2025-02-01,2025-03-01,1",
        "m5,c2,2018-12-31,2019-01-03,1",
      ],
      placements: [
        whole.placements[0] ?? "",
        "m1,2025-01-31,3,,,,",
        "m1,2025-06-02,3,,,,",
        "m9,2025-06-02,3,,,,",
      ],
    });
    expect(short(done.flagged)).toEqual([
      [6, "entry_date", "entry_before_birth"],
      [2, "entry_date", "overlapping_removals"],
      [3, "entry_date", "overlapping_removals"],
      [4, "removal_id", "unlisted_removal"],
      [2, "start_date", "outside_removal"],
      [3, "start_date", "outside_removal"],
    ]);
    expect(done.counts.removals.imported).toBe(5);
  });

  it("tells of rows about a child whom nobody listed, and keeps them", async () => {
    const done = await importFiles({
      children: whole.children,
      reports: [whole.reports[0] ?? "", "r1,c1,2025-01-02,", "r2,ghost,2025-01-02,"],
      siblings: [whole.siblings[0] ?? "", "c1,ghost,full", "ghost,c1,full"],
      cases: [whole.cases[0] ?? "", "ghost,2025-01-05,,"],
    });
    expect(short(done.flagged)).toEqual([
      [3, "child_id", "unlisted_child"],
      [3, "child_id", "unlisted_child"],
      [2, "sibling_child_id", "unlisted_child"],
      [2, "child_id", "unlisted_child"],
    ]);
    expect(JSON.stringify(done.flagged)).not.toMatch(/ghost/);
    expect(done.counts.reports.imported).toBe(2);
  });

  it("tells one by one of a thousand doubtful rows, and how many more there are", async () => {
    const lines = Array.from({ length: 1500 }, (_, i) => `r${i},ghost${i},2025-01-02,`);
    const done = await importFiles({ reports: [whole.reports[0] ?? "", ...lines] });
    expect(done.flagged).toHaveLength(1001);
    expect(done.flagged.at(-1)).toMatchObject({
      line: 0,
      code: "unlisted_child",
      reason: expect.stringMatching(/: 500 more rows$/) as string,
    });
  });

  it("says of a repeated line whether it said the same, and keeps the last", async () => {
    const done = await importFiles({
      children: whole.children,
      reports: [
        whole.reports[0] ?? "",
        "r1,c1,2025-01-02,",
        "r1,c1,2025-01-02,",
        "r1,c1,2025-01-02,substantiated",
      ],
    });
    expect([done.repeated, short(done.flagged)]).toEqual([
      2,
      [
        [2, null, "repeated_id"],
        [3, null, "repeated_id"],
      ],
    ]);
    expect(await rowsOf("maltreatment_report")).toMatchObject([{ disposition: "substantiated" }]);
  });

  it.each([
    ["UTF-16", { children: Buffer.from(`\uFEFF${whole.children.join("\n")}`, "utf16le") }, /not UTF-8/],
    ["an endless line", { cases: ["child_id,start_date", "x".repeat(2_000_000)] }, /has no end within/],
    ["nothing in it", { placements: Buffer.from("") }, /placements\.csv is empty/],
    [
      "a last line cut off",
      { ...whole, cases: Buffer.from("child_id,start_date,end_date\nc1,2025-01-01,\nc2,20") },
      /cases\.csv was cut off/,
    ],
  ])("takes nothing in when a file has %s", async (_what, files: Files, words) => {
    await expect(importFiles(files)).rejects.toThrow(words);
    for (const table of recordTables) expect(await rowsOf(storageOf(table).table)).toEqual([]);
  });
});
