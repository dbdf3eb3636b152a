import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CountJob } from "./count-job";
import { loadExtract } from "./load-extract";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "upstream-load-"))));
afterAll(() => rm(folder, { recursive: true }));

it("loads words by every name they have, on CSV and on Parquet alike", async () => {
  const files: CountJob["files"] = {};
  for (const [table, lines] of Object.entries({
    children: [
      "child_id,dob,sex,race_codes,hispanic,extra",
      "c1,2018-04-05,1,black,yes,x",
      "c2,2017-01-01T00:00,FEMALE,black;white,No,",
      "c3, 2016-02-03 ,9,,,",
      "c4,,02,white,1,",
    ],
    reports: [
      "report_id,child_id,report_date,screen_decision,disposition,fatality",
      "r1,c1,2024-03-01,Screened_In,01,",
      "r2,c2,2024-06-01,screened_out,2,YES",
      "r3,c3,2024-06-02,,88,0",
    ],
    removals: ["child_id", "c1"],
  })) {
    files[table as "children"] = path.join(folder, `${table}.csv`);
    await writeFile(path.join(folder, `${table}.csv`), `\uFEFF${lines.join("\n")}\n`);
  }
  for (const parquetFolder of [null, folder]) {
    const connection = await (await DuckDBInstance.create()).connect();
    const { faults, unreadable } = await loadExtract(connection, {
      files,
      parquetFolder,
      dataThrough: "2025-01-01",
      items: [],
    });
    expect(faults).toMatchObject({
      children: [],
      reports: [],
      removals: ["removals.entry_date"],
      index: ["index.csv"],
    });
    expect(unreadable).toEqual([]);
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await rows("select child_id, dob, sex, race_codes, hispanic from children order by 1")).toEqual([
      ["c1", "2018-04-05", "male", "black", true],
      ["c2", "2017-01-01", "female", "black;white", false],
      ["c3", "2016-02-03", "unknown", null, null],
      ["c4", null, "female", "white", true],
    ]);
    expect(
      await rows("select screen_decision, disposition, fatality from reports order by report_id"),
    ).toEqual([
      ["screened_in", "substantiated", null],
      ["screened_out", "indicated", true],
      [null, "other", false],
    ]);
  }
});

it("gives every column its type: lists by their words, counts, money and the clock of where it was written", async () => {
  const files: CountJob["files"] = {};
  for (const [table, lines] of Object.entries({
    reports: [
      "report_id,child_id,report_date,received_at,maltreatment_types",
      "r1,c1,2024-03-01,2024-03-01T10:15,1; 02;sexual",
      "r2,c1,2024-03-02,2024-03-01T10:15:30-05:00,",
    ],
    placements: ["removal_id,start_date,setting", "m1,2024-03-01,07", "m1,2024-03-02,14"],
    population: ["year,county,age_band,race,count", "2024,Harbor,4M-11M,black,120"],
    services: ["child_id,cost", "c1,12.5", "c2,"],
    contacts: ["child_id,contact_at,in_residence", "c1,2024-03-01,yes"],
  })) {
    files[table as "children"] = path.join(folder, `typed-${table}.csv`);
    await writeFile(path.join(folder, `typed-${table}.csv`), `${lines.join("\n")}\n`);
  }
  const connection = await (await DuckDBInstance.create()).connect();
  const job = { files, parquetFolder: null, dataThrough: "2025-01-01", items: [] };
  const { faults, unreadable } = await loadExtract(connection, job);
  expect(unreadable).toEqual([]);
  expect(faults).toMatchObject({ placements: [], siblings: ["siblings.csv"], cases: ["cases.csv"] });
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  expect(await rows("select received_at, maltreatment_types from reports order by report_id")).toEqual([
    ["2024-03-01 10:15:00", "physical;neglect;sexual"],
    ["2024-03-01 10:15:30", null],
  ]);
  expect(await rows("select setting from placements order by start_date")).toEqual([
    ["shelter"],
    ["trial_home_visit"],
  ]);
  expect(await rows('select year, age_band, "count" + 1 from population')).toEqual([[2024, "4m-11m", 121]]);
  expect(await rows("select cost * 2 from services order by child_id")).toEqual([["25.00"], [null]]);
  expect(await rows("select contact_at, in_residence from contacts")).toEqual([
    ["2024-03-01 00:00:00", true],
  ]);
  for (const hidden of ["first_name", "email", "phone", "street", "reporter", "narrative"])
    await expect(rows(`select ${hidden} from children, reports`)).rejects.toThrow();
});

it("counts the cells that say what their column cannot mean, empty ones only where there must be something", async () => {
  const file = path.join(folder, "wrong.csv");
  await writeFile(
    file,
    [
      "report_id,child_id,report_date,incident_date,screen_decision,disposition,fatality",
      "r1,c1,03/04/2024,2024/03/04,screened_in,substantiated,no",
      "r2,c2,2024-3-4,,maybe,founded,never",
      "r3,c3,,2024-02-30,,,",
    ].join("\n"),
  );
  const connection = await (await DuckDBInstance.create()).connect();
  const job = { files: { reports: file }, parquetFolder: null, dataThrough: "2025-01-01", items: [] };
  expect((await loadExtract(connection, job)).unreadable.map(({ column, cells }) => [column, cells])).toEqual(
    [
      ["report_date", 3],
      ["incident_date", 2],
      ["screen_decision", 1],
      ["disposition", 1],
      ["fatality", 1],
    ],
  );
});
