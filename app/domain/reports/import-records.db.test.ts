import { mkdtemp, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { makePlace, staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { readExtractFile, type Remark } from "~/interop/csv/read-extract-file";
import { fixedClock } from "~/domain/kernel/clock";
import { type Actor, actorStamp } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { Forbidden, Invalid, NotFound } from "~/domain/kernel/errors";
import type { RecordBatch } from "./agency-record";
import { recordTables } from "./extract-columns";
import { importRecords, readReportSecret } from "./index.server";

const db = await testDatabase();
const clock = fixedClock("2026-11-20T15:00:00Z");
const place = await makePlace(db, "harbor");
const other = await makePlace(db, "riverside");
const system = (jurisdictionId: string): Actor => ({ kind: "system", name: "test", jurisdictionId });

function as<T>(actor: Actor, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { actorId } = actorStamp(actor);
  return db.inTransaction({ jurisdictionId: actor.jurisdictionId, actorId }, (tx) =>
    run({ actor, tx, clock }),
  );
}

async function folderOf(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "upstream-records-"));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

const children = "child_id,dob,sex,race_codes,hispanic,tribe,zip_or_tract,family_id,first_name,last_name\n";
const reports =
  "report_id,child_id,report_date,incident_date,screen_decision,response_type,received_at,first_contact_at,disposition,disposition_date,maltreatment_types,perp_relation,fatality,reporter,narrative\n";
const removals =
  "removal_id,child_id,entry_date,exit_date,exit_reason,county,entry_transaction_date,exit_transaction_date\n";
const good = {
  "children.csv": `${children}c1,2018-04-05,2,black;white,no,,21215,f1,Ana,Testcase\nc2,2019-01-02,male,,,,,f1,Bo,Testcase\n`,
  "reports.csv": `${reports}r1,c1,2026-01-02,,screened_in,immediate,2026-01-02T10:00,,1,2026-02-02,1;2,,false,Neighbor N.,"Saw, and wrote ""this"""\nr1,c2,2026-01-02,,screened_in,immediate,2026-01-02T10:00-05:00,,5,,,,,,\n`,
  "removals.csv": `${removals}m1,c1,2026-02-01,,9,Harbor,,\n`,
};

async function importFolder(
  folder: string,
  asked = recordTables,
  actor = system(place.jurisdictionId),
  dataThrough: string | null = null,
) {
  const tables = asked.filter((table) => existsSync(path.join(folder, `${table}.csv`)));
  const [rejected, warnings]: [Remark[], Remark[]] = [[], []];
  const listener = {
    onRejected: (r: Remark) => void rejected.push(r),
    onWarning: (r: Remark) => void warnings.push(r),
  };
  async function* batches(): AsyncGenerator<RecordBatch> {
    for (const table of tables) yield* readExtractFile(folder, table, listener, "2026-11-20");
  }
  const refused = (table: string) => rejected.filter(({ file }) => file === `${table}.csv`).length;
  const done = await as(actor, (ctx) =>
    importRecords(ctx, { source: "test", dataThrough, batches: batches(), refused }),
  );
  return { ...done, rejected, warnings };
}

describe("importRecords", () => {
  it("takes the files once, updates what changed, and leaves the rest", async () => {
    const folder = await folderOf(good);
    const first = await importFolder(folder);
    expect(first.counts).toMatchObject({
      children: { imported: 2, updated: 0, unchanged: 0 },
      reports: { imported: 2, updated: 0, unchanged: 0 },
      removals: { imported: 1, updated: 0, unchanged: 0 },
    });
    expect(first.dataThrough).toBe("2026-02-01");
    expect([first.rejected, first.warnings]).toEqual([[], []]);
    const again = await importFolder(folder);
    expect(again.counts.reports).toEqual({ imported: 0, updated: 0, unchanged: 2 });
    await writeFile(path.join(folder, "removals.csv"), `${removals}m1,c1,2026-02-01,2026-03-01,1,Harbor,,\n`);
    expect((await importFolder(folder, ["removals"])).counts.removals).toEqual({
      imported: 0,
      updated: 1,
      unchanged: 0,
    });
    const rows = await db.owner.query(
      "select report_id, child_id, disposition, maltreatment_types, received_at from maltreatment_report order by child_id",
    );
    expect(rows.rows).toMatchObject([
      { child_id: "c1", disposition: "substantiated", maltreatment_types: ["physical", "neglect"] },
      { child_id: "c2", disposition: "unsubstantiated" },
    ]);
    expect(rows.rows.map((row: { received_at: Date }) => row.received_at.toISOString())).toEqual([
      "2026-01-02T15:00:00.000Z",
      "2026-01-02T15:00:00.000Z",
    ]);
    const audit = await db.owner.query("select event from audit_entry where event = 'records.imported'");
    expect(audit.rowCount).toBe(3);
  });

  describe("the date up to which the data are whole", () => {
    const may = (date: string) => `${reports}r8,c1,${date},,,,,,,,,,,,\n`;
    const importAs = async (files: Record<string, string>, asOf: string | null = null) => {
      const tables = recordTables.filter((table) => `${table}.csv` in files);
      return importFolder(await folderOf(files), tables, system(place.jurisdictionId), asOf);
    };

    it("is not moved by a report of a day to come, which is refused", async () => {
      const lines = Array.from({ length: 30 }, (_, i) => `f${i},c1,2026-03-0${(i % 9) + 1},,,,,,,,,,,,\n`);
      const done = await importAs({ "reports.csv": `${may("2031-05-01")}${lines.join("")}` });
      expect(done.rejected).toMatchObject([
        { file: "reports.csv", line: 2, column: "report_date", code: "future_date" },
      ]);
      expect(done.dataThrough).toBe("2026-03-09");
      const arrival = `${reports}r9,c1,2026-03-01,,,,2027-01-01T09:00,,,,,,,,\n`;
      expect((await importAs({ "reports.csv": arrival })).rejected[0]?.column).toBe("received_at");
    });

    it("cannot be said to be a day to come", async () => {
      await expect(importAs(good, "2026-11-21")).rejects.toThrow(Invalid);
      expect((await importAs(good, "2026-11-20")).dataThrough).toBe("2026-11-20");
    });

    it("stays where the events did not come: every date is written another way, or only children came", async () => {
      expect(
        (await importAs({ ...good, "reports.csv": may("05/01/2026") }, "2026-11-20")).dataThrough,
      ).toBeNull();
      expect((await importAs({ "children.csv": good["children.csv"] })).dataThrough).toBeNull();
      const kept = await db.owner.query(
        "select count(*)::int as n from import_run where finished_at is not null and data_through is null",
      );
      expect(kept.rows).toEqual([{ n: 3 }]);
    });
  });

  it("refuses rows one by one, with the line, the column and the reason, and never the cell", async () => {
    const bad = Buffer.concat([
      Buffer.from(children),
      Buffer.from(
        "=cmd,2018-04-05,,,,,,,,\nc4,05/04/2018,,,,,,,,\nc5,2018-04-05,boy,,,,,,,\nc6,2018-04-05\nc7,,,,maybe,,,,,\nc8,,,,,,,,Nul\u0000l,\n,,,,,,,,No,Id\nc9,,,,,,,,",
      ),
      Buffer.from([0x41, 0xff, 0xfe]),
      Buffer.from(",Testcase\nc10,2020-02-29,,,,,,,Fine,Testcase\n"),
    ]);
    const folder = await folderOf({
      "children.csv": bad,
      "removals.csv": `${removals}m9,c1,2026-02-01,2026-01-01,1,,,\n`,
    });
    const done = await importFolder(folder, ["children", "removals"]);
    expect(done.rejected.map((r) => [r.file, r.line, r.column, r.code])).toEqual([
      ["children.csv", 2, "child_id", "formula_cell"],
      ["children.csv", 3, "dob", "bad_date"],
      ["children.csv", 4, "sex", "unknown_word"],
      ["children.csv", 5, null, "wrong_cell_count"],
      ["children.csv", 6, "hispanic", "bad_boolean"],
      ["children.csv", 7, "first_name", "nul_byte"],
      ["children.csv", 8, "child_id", "missing_value"],
      ["children.csv", 9, "first_name", "broken_utf8"],
      ["removals.csv", 2, "exit_date", "exit_before_entry"],
    ]);
    expect(JSON.stringify(done.rejected)).not.toMatch(/boy|cmd|maybe/);
    expect(done.counts.children.imported).toBe(1);
  });

  it.each([
    ["a wrong header", "child,birthday\nc1,2018-04-05\n", /wrong header: no column child_id/],
    ["a column twice", `child_id,dob,dob\nc1,2018-04-05,\n`, /one column stands twice/],
    ["nothing at all", "", /not even a header/],
    ["a line cut off", `${children}c20,2018-04-05,,,,,,,Cut,Off\nc21,2018-0`, /was cut off: line 3/],
    ["a quote cut off", `${children}c20,2018-04-05,,,,,,,Cut,Off\nc21,,,,,,,,"Never clo`, /was cut off/],
  ])("keeps the earlier data when a file has %s", async (_what, content, words) => {
    const before = await db.owner.query("select count(*)::int as n from agency_child");
    await expect(importFolder(await folderOf({ "children.csv": content }), ["children"])).rejects.toThrow(
      words,
    );
    expect((await db.owner.query("select count(*)::int as n from agency_child")).rows).toEqual(before.rows);
  });

  it("warns of columns it does not know or does not find", async () => {
    const done = await importFolder(
      await folderOf({ "removals.csv": "removal_id,child_id,entry_date,mood\nm50,c1,2025-01-01,fine\n" }),
      ["removals"],
    );
    expect(done.warnings.map((w) => [w.column, w.code])).toContainEqual(["mood", "unknown_column"]);
    expect(done.warnings.map((w) => [w.column, w.code])).toContainEqual(["exit_date", "missing_column"]);
  });

  it("is for imports alone", async () => {
    await expect(
      importFolder(await folderOf(good), recordTables, staffActor("jurisdiction_admin", place)),
    ).rejects.toThrow(Forbidden);
  });
});

describe("readReportSecret", () => {
  const supervisor = staffActor("intake_supervisor", place);
  const input = { reportId: "r1", reason: "court order of 12 November" };

  it("keeps reporter and narrative out of the application's reach", async () => {
    await expect(db.prisma.$queryRawUnsafe("select * from protected.report_secret")).rejects.toThrow(
      /permission denied/,
    );
    const columns = await db.owner.query(
      "select column_name from information_schema.columns where table_name = 'maltreatment_report'",
    );
    expect(columns.rows.map((row: { column_name: string }) => row.column_name)).not.toContain("narrative");
  });

  it("answers the supervisor who says why, and logs it", async () => {
    expect(await as(supervisor, (ctx) => readReportSecret(ctx, input))).toEqual({
      reporter: "Neighbor N.",
      narrative: 'Saw, and wrote "this"',
    });
    const log = await db.owner.query("select what, row_key, reason, actor_id from protected.read_log");
    expect(log.rows).toEqual([
      { what: "report_secret", row_key: "r1", reason: input.reason, actor_id: supervisor.userId },
    ]);
    expect(
      (await db.owner.query("select 1 from audit_entry where event = 'report_secret.read'")).rowCount,
    ).toBe(1);
  });

  it("refuses everybody else, other jurisdictions and silence", async () => {
    for (const role of [
      "hotline_screener",
      "provider_worker",
      "program_manager",
      "jurisdiction_admin",
      "auditor",
    ] as const) {
      await expect(as(staffActor(role, place), (ctx) => readReportSecret(ctx, input))).rejects.toThrow(
        Forbidden,
      );
    }
    await expect(
      as(staffActor("intake_supervisor", other), (ctx) => readReportSecret(ctx, input)),
    ).rejects.toThrow(NotFound);
    await expect(as(supervisor, (ctx) => readReportSecret(ctx, { ...input, reason: "" }))).rejects.toThrow(
      Invalid,
    );
    expect((await db.owner.query("select 1 from protected.read_log")).rowCount).toBe(1);
  });
});
