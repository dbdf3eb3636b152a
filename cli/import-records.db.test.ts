import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { makePlace } from "../tests/setup/auth-people";
import { runUpstream, startUpstream, type Ran } from "../tests/cli/run-upstream";
import { testDatabase } from "../tests/setup/database";
import { afcarsFile, afcarsRecord, federalFile, ncandsRecord } from "../tests/setup/federal-files";
import { systemClock } from "~/domain/kernel/clock";
import { listBlockedMeasures } from "~/domain/reports/index.server";
import { recordTables } from "~/domain/reports/extract-columns";

const db = await testDatabase();
const place = await makePlace(db, "harbor");

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "upstream-records-"));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}
const run = (words: string[]): Promise<Ran> =>
  runUpstream(["import", "records", ...words], { DATABASE_URL: db.url });
const header = "child_id,dob,sex,race_codes,hispanic,tribe,zip_or_tract,family_id,first_name,last_name\n";

type Said = {
  imported: Record<string, number>;
  updated: Record<string, number>;
  warnings: { code: string; reason: string }[];
};
const none = Object.fromEntries(recordTables.map((table) => [table, 0]));

describe("upstream import records", () => {
  it("imports, links, reports and changes nothing the second time", async () => {
    const household = "0199b000-0000-7000-8000-000000000001";
    await db.owner.query(
      "insert into household (id, jurisdiction_id, caregiver_name, created_at) values ($1, $2, 'Parent Testcase', now())",
      [household, place.jurisdictionId],
    );
    await db.owner.query(
      `insert into person (id, jurisdiction_id, household_id, kind, first_name, last_name, birth_date, created_at)
       values ('0199b000-0000-7000-8000-000000000002', $2, $1, 'child', 'Ána', 'Testcase', '2018-04-05', now()),
              ('0199b000-0000-7000-8000-000000000003', $2, $1, 'child', 'Bo', null, null, now())`,
      [household, place.jurisdictionId],
    );
    const folder = await folderOf({
      "children.csv": `${header}c1,2018-04-05,female,,,,,,ANA,Testcase\nc2,not-a-date,,,,,,,Bo,Testcase\n`,
    });
    const typed = ["import", "records", folder, "--json", "--as-of", "2026-11-15"];
    const first = await startUpstream(typed, { DATABASE_URL: db.url });
    expect([first.code, first.err]).toEqual([0, "data through 2026-11-15; persons linked: 1, unlinked: 1\n"]);
    expect(JSON.parse(first.out)).toEqual({
      imported: { ...none, children: 1 },
      updated: none,
      unchanged: none,
      rejected: [
        {
          file: "children.csv",
          line: 3,
          column: "dob",
          reason: "is not a date written YYYY-MM-DD",
          code: "bad_date",
        },
      ],
      warnings: [],
    });
    const again = await run([folder, "--json", "--jurisdiction", "harbor"]);
    expect(JSON.parse(again.out)).toMatchObject({ imported: { children: 0 }, unchanged: { children: 1 } });
    expect((await db.owner.query("select kind from link_event")).rows).toEqual([{ kind: "auto" }]);
    expect((await db.owner.query("select 1 from link_run")).rowCount).toBe(1);
    expect(
      (await db.owner.query("select name from pgboss.job where name = 'compute-measures'")).rowCount,
    ).toBeGreaterThan(0);
  });

  it("takes the same people from a folder of CSV, an NCANDS and an AFCARS file, and says what these cannot give", async () => {
    const child = "c9";
    const ncands = await federalFile("child-file.txt", `${ncandsRecord("R9", child)}\n`);
    const first = await runUpstream(["import", "records", ncands, "--json"], { DATABASE_URL: db.url });
    expect([first.code, first.err]).toEqual([0, "data through 2026-11-15; persons linked: 1, unlinked: 1\n"]);
    const said = JSON.parse(first.out) as Said;
    expect(said.imported).toEqual({ ...none, children: 1, reports: 1 });
    expect(said.warnings.find(({ code }) => code === "older_extract")?.reason).toMatch(/up to 2026-11-15/);
    expect(said.warnings.filter(({ code }) => code === "format_blocks").map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/screened out: blocked on it are OUT-RPT-6, OUT-RPT-12/),
      ]),
    );
    const removal = { entry: "20250401", homes: [{ date: "20250401", other: "5" }] };
    const system = { kind: "system" as const, name: "test", jurisdictionId: place.jurisdictionId };
    const blocked = () =>
      db.inTransaction({ jurisdictionId: place.jurisdictionId }, (tx) =>
        listBlockedMeasures({ actor: system, tx, clock: systemClock }),
      );
    expect([...(await blocked()).keys()].sort()).toEqual([
      ...["CA-2B", "CA-2D", "CA-PR1", "OUT-RPT-12", "OUT-RPT-24", "OUT-RPT-6"],
    ]);
    const afcars = await federalFile("ooh.xml", afcarsFile([afcarsRecord(child, [removal])]));
    const second = JSON.parse((await run([afcars, "--json"])).out) as Said;
    expect(second.imported).toEqual({ ...none, removals: 1, placements: 1 });
    expect(second.updated).toEqual({ ...none, children: 1 });
    expect(second.warnings.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([expect.stringMatching(/no id of a home.*CFSR4-P5/)]),
    );
    const folder = await folderOf({
      "children.csv": `child_id,dob,sex,race_codes,hispanic\n${child},2018-04-05,female,black,no\n`,
      "reports.csv": `report_id,child_id,report_date,disposition\nR8,${child},2025-01-05,1\n`,
    });
    const third = JSON.parse((await run([folder, "--json"])).out) as Said;
    expect(third.warnings.map(({ code }) => code)).not.toContain("format_blocks");
    expect([...(await blocked()).keys()].sort()).toEqual([
      ...["BOS-SIB23", "CA-2B", "CA-2D", "CA-PR1", "CFSR4-P5", "OUT-RPT-12", "OUT-RPT-24", "OUT-RPT-6"],
    ]);
    const extracts = await db.owner.query(
      "select number, format, files from agency_extract order by number desc limit 3",
    );
    expect(extracts.rows.map(({ format }: { format: string }) => format)).toEqual([
      ...["csv", "AFCARS 2020 out-of-home file", "NCANDS Child File, 312 characters a line"],
    ]);
    expect(extracts.rows[2]).toMatchObject({
      files: [
        { name: "child-file.txt", bytes: 313, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      ],
    });
    const kept = await db.owner.query(
      `select a.dob::text, a.sex, a.race_codes, (select count(*)::int from maltreatment_report r where r.child_id = a.child_id) as reports,
         (select count(*)::int from placement p join removal m on m.removal_id = p.removal_id where m.child_id = a.child_id) as placements
       from agency_child a where a.child_id = $1`,
      [child],
    );
    expect(kept.rows).toEqual([
      { dob: "2018-04-05", sex: "female", race_codes: ["black"], reports: 2, placements: 1 },
    ]);
  });

  it.each([
    [
      "a file of another kind",
      "notes.txt",
      "Dear all,\nsee you on Monday.\n",
      /NCANDS Child File has 304, 312, 338/,
    ],
    ["entities", "ooh.xml", afcarsFile([], '<!DOCTYPE d [<!ENTITY a "b">]>'), /declares a document type/],
    ["one CSV file alone", "children.csv", header, /give the folder/],
  ])("ends with 2 for %s, and takes nothing", async (_what, name, content, words) => {
    const before = await db.owner.query("select child_id, row_hash from agency_child");
    const ran = await run([await federalFile(name, content)]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toMatch(words);
    expect((await db.owner.query("select child_id, row_hash from agency_child")).rows).toEqual(before.rows);
  });

  it.each([
    ["a folder that is not there", ["/no/such/folder"], /no such directory/],
    ["no folder", [], /usage/],
    ["an unknown jurisdiction", ["FOLDER", "--jurisdiction", "atlantis"], /no such jurisdiction: atlantis/],
    ["a bad date", ["FOLDER", "--as-of", "yesterday"], /--as-of wants a date/],
    ["a day to come", ["FOLDER", "--as-of", "2199-01-01"], /--as-of is after today/],
  ])("ends with 2 and a sentence for %s", async (_what, words, said) => {
    const folder = await folderOf({ "children.csv": header });
    const ran = await run(words.map((word) => word.replace("FOLDER", folder)));
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toMatch(said);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
  });

  it("says that the date of the data stays where a file of events was refused", async () => {
    const reports = "report_id,child_id,report_date\nr1,c1,05/01/2026\nr2,c1,05/02/2026\n";
    const folder = await folderOf({ "children.csv": header, "reports.csv": reports });
    const ran = await run([folder, "--as-of", "2026-11-16", "--json"]);
    expect([ran.code, ran.err]).toEqual([0, "the date of the data stays; persons linked: 1, unlinked: 1\n"]);
    const said = JSON.parse(ran.out) as Record<"rejected" | "warnings", { code: string }[]>;
    expect(said.rejected.map(({ code }) => code)).toEqual(["bad_date", "bad_date"]);
    expect(said.warnings.map(({ code }) => code)).toContain("date_not_moved");
  });

  it("ends with 2 for a wrong header or a file cut off, and keeps what was there", async () => {
    const before = await db.owner.query("select child_id, row_hash from agency_child");
    for (const content of [
      "name,birthday\nAna,2018\n",
      `${header}c9,2018-04-05,,,,,,,Nine,Testcase\nc10,2018-0`,
    ]) {
      const ran = await run([
        await folderOf({
          "children.csv": content,
          "removals.csv": "removal_id,child_id,entry_date\nm1,c1,2025-01-01\n",
        }),
      ]);
      expect(ran.code).toBe(2);
      expect(ran.err).toMatch(/children\.csv .*Nothing was changed/);
    }
    expect((await db.owner.query("select child_id, row_hash from agency_child")).rows).toEqual(before.rows);
    expect((await run([await folderOf({ "other.csv": "a\n" })])).code).toBe(2);
  });
});
