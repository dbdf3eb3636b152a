import { beforeEach, describe, expect, it } from "vitest";
import { makePlace } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import {
  importRecordFiles,
  shortRemarks,
  wholeExtract as whole,
  type RecordFiles,
} from "../../../tests/setup/import-record-files";
import { recordTables, storageOf } from "./extract-columns";

const db = await testDatabase();
const place = await makePlace(db, "harbor");
const importFiles = (files: RecordFiles) => importRecordFiles(db, place.jurisdictionId, files);
const rowsOf = async (table: string) => (await db.owner.query(`select * from ${table}`)).rows as unknown[];

beforeEach(async () => {
  for (const table of recordTables) await db.owner.query(`delete from ${storageOf(table).table}`);
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
    expect(shortRemarks(done.refused)).toEqual([
      [2, "dob", "two_birth_dates"],
      [4, "dob", "two_birth_dates"],
    ]);
    expect([done.counts.children.imported, done.repeated, done.refusedRows.get("children")]).toEqual([
      1, 1, 2,
    ]);
    const later = await importFiles({ children: [header, "c2,2018-01-11,Bo"] });
    expect(shortRemarks(later.flagged)).toEqual([[2, "dob", "birth_date_changed"]]);
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
    expect(shortRemarks(done.flagged)).toEqual([
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
    expect(shortRemarks(done.flagged)).toEqual([
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
    expect([done.repeated, shortRemarks(done.flagged)]).toEqual([
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
  ])("takes nothing in when a file has %s", async (_what, files: RecordFiles, words) => {
    await expect(importFiles(files)).rejects.toThrow(words);
    for (const table of recordTables) expect(await rowsOf(storageOf(table).table)).toEqual([]);
  });
});
