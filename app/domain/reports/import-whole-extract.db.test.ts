import { beforeEach, describe, expect, it } from "vitest";
import { makePlace } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import {
  importRecordFiles,
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

  it("is written down as an extract, numbered, with who, counts and how complete each column is", async () => {
    const before = (await rowsOf("agency_extract")).length;
    const { extract, runId } = await importFiles({ ...whole, cases: [...whole.cases, "c1,yesterday,,"] });
    await importFiles({ children: whole.children });
    const found = (await rowsOf("agency_extract order by number")).slice(before);
    expect(found).toMatchObject([
      {
        ...{ number: extract, import_run_id: runId, source: "test", as_of: null, taken_by: "test" },
        counts: {
          children: { given: 2, refused: 0, imported: 2, updated: 0, unchanged: 0 },
          cases: { given: 3, refused: 1, imported: 2 },
        },
        completeness: {
          children: { child_id: 1, race_codes: 1, street: 0.5, tribe: 0 },
          removals: { exit_date: 0.5 },
          population: { race: 0.3333 },
        },
      },
      { number: extract + 1, counts: { children: { given: 2, unchanged: 2 } } },
    ]);
    await expect(
      db.inTransaction({ jurisdictionId: place.jurisdictionId }, (tx) =>
        tx.agencyExtract.updateMany({ data: { number: 99 } }),
      ),
    ).rejects.toThrow(/permission denied/);
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

  it("keeps what an earlier extract gave in the columns that this one does not have", async () => {
    await importFiles(whole);
    const narrow = {
      children: ["child_id,dob,tribe", "c1,2018-04-05,", "c2,2019-01-03,Lumbee", "c3,2020-01-01,"],
    };
    expect((await importFiles(narrow)).counts.children).toEqual({ imported: 1, updated: 1, unchanged: 1 });
    expect((await importFiles(narrow)).counts.children).toEqual({ imported: 0, updated: 0, unchanged: 3 });
    expect(await rowsOf("agency_child order by child_id")).toMatchObject([
      { first_name: "Ana", street: "Elm St", sex: "female", race_codes: ["black"] },
      { first_name: "Bo", tribe: "Lumbee", race_codes: ["white", "asian"], hispanic: true },
      { first_name: null, race_codes: [] },
    ]);
    expect((await importFiles(whole)).counts.children).toEqual({ imported: 0, updated: 1, unchanged: 1 });
    await importFiles({ children: ["child_id,dob", "c1,2018-04-06"] });
    const emptied = { children: ["child_id,dob,street,first_name", "c1,2018-04-06,,"] };
    expect((await importFiles(emptied)).counts.children.updated).toBe(1);
    expect(await rowsOf("agency_child where child_id = 'c1'")).toMatchObject([
      { first_name: null, street: null, last_name: "Testcase" },
    ]);
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
