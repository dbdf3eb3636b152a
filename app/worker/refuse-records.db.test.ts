import { createWriteStream } from "node:fs";
import { copyFile, cp, mkdir, mkdtemp, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { expect, it } from "vitest";
import { ZipFile } from "yazl";
import { newId } from "~/domain/kernel/ids";
import { readRecordsRun, startRecordsRun } from "~/domain/reports/index.server";
import { recordsUpload } from "~/interop/records/records-upload.server";
import { runUpstream } from "../../tests/cli/run-upstream";
import { testDatabase } from "../../tests/setup/database";
import { afcarsFile, afcarsRecord, ncandsRecord } from "../../tests/setup/federal-files";
import { asSystem, makeJurisdiction } from "../../tests/setup/listing-rows";
import { importUploadedRecords } from "./import-uploaded-records.server";
import { watchRecordsFolder } from "./watch-records-folder.server";

const folder = await mkdtemp(path.join(tmpdir(), "records-refused-"));
const db = await testDatabase();
const here = await makeJurisdiction(db, "baltimore");
await db.owner.query(`update jurisdiction set settings = '{"records": {"state": "MD", "county": "510"}}'`);

const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><data>&b;</data>`;
const removal = [{ entry: "20250201" }];
const elsewhere = (record: string): string =>
  record.replace("<E3_local_agency>24510", "<E3_local_agency>24005");

/** What a wrong file holds, and how it is told. A file alone, or files of a folder. */
const wrong: Record<string, [files: Record<string, string | Buffer>, told: RegExp]> = {
  empty: [{ "children.csv": "" }, /children\.csv is empty: not even a header/],
  "an empty federal file": [{ "child-file.txt": "" }, /child-file\.txt is empty/],
  "half a file": [
    { "reports.csv": "report_id,child_id,report_date\nr1,c1,2025-01-02\nr2,c" },
    /reports\.csv was cut off: line 3 is not whole/,
  ],
  "half an XML": [{ "a.xml": afcarsFile([afcarsRecord("c1", removal)]).slice(0, -40) }, /it was cut off/],
  "half a Child File": [
    { "c.txt": `${ncandsRecord("R1", "C1")}\n${ncandsRecord("R2", "C2").slice(0, 99)}` },
    /was cut off: line 2/,
  ],
  "another encoding": [
    { "children.csv": Buffer.from("\uFEFFchild_id,dob\nc1,2018-04-05\n", "utf16le") },
    /is not UTF-8/,
  ],
  "a line without end": [
    { "children.csv": `child_id\n"${"x".repeat(1_200_000)}` },
    /the record on line 2 has no end within/,
  ],
  "a Child File without line breaks": [{ "c.txt": "2025MD".repeat(50_000) }, /has a line 1 without an end/],
  "an XML bomb": [{ "b.xml": bomb }, /declares a document type: it could hold entities/],
  "a picture": [{ "a.png": Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]) }, /NCANDS Child File has/],
  "a wrong header": [{ "removals.csv": "id,child\n1,2\n" }, /removals\.csv has a wrong header/],
  "another state's Child File": [
    { "c.txt": `${ncandsRecord("R1", "C1", { 1: "2025VA" })}\n` },
    /says that it is of VA, and MD is expected here/,
  ],
  "another county's Child File": [
    { "c.txt": `${ncandsRecord("R1", "C1", { 31: "005" })}\n` },
    /holds records of another state or county alone/,
  ],
  "another state's AFCARS file": [
    { "a.xml": afcarsFile([afcarsRecord("c1", removal)]).replace(">24<", ">51<") },
    /says that it is of VA, and MD is expected here/,
  ],
  "another county's AFCARS file": [
    { "a.xml": afcarsFile([elsewhere(afcarsRecord("c1", removal))]) },
    /holds records of another state or county alone/,
  ],
};

async function layIn(place: string, files: Record<string, string | Buffer>): Promise<string> {
  await mkdir(place, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(place, name), content);
  return place;
}
const nothingTaken = async () => {
  const found = await db.owner.query(
    "select child_id from agency_child union all select removal_id from removal union all select id::text from agency_extract",
  );
  expect(found.rows).toEqual([]);
};

async function byPage(place: string): Promise<string | null> {
  const id = newId();
  await cp(place, recordsUpload(id), { recursive: true });
  await asSystem(db, here, (ctx) =>
    startRecordsRun(ctx, { id, source: "wrong", fileName: "wrong", asOf: "", queued: false }),
  );
  await importUploadedRecords({ runId: id, jurisdictionId: here });
  return (await asSystem(db, here, (ctx) => readRecordsRun(ctx, { id }))).failure;
}
async function byFolder(place: string): Promise<string | null> {
  const before = new Set(await readdir(path.join(folder, "refused")).catch(() => []));
  await cp(place, path.join(folder, "wrong"), { recursive: true });
  expect(await watchRecordsFolder(here, { folder, now: Date.now() + 600_000 })).toBe(1);
  const [laid] = (await readdir(path.join(folder, "refused"))).filter((name) => !before.has(name));
  const report = await readFile(path.join(folder, "refused", laid ?? "", "report.json"), "utf8");
  return (JSON.parse(report) as { failure: string | null }).failure;
}
async function byCommand(place: string): Promise<string> {
  const ran = await runUpstream(["import", "records", place], { DATABASE_URL: db.url });
  expect([ran.code, ran.out]).toEqual([2, ""]);
  return ran.err;
}

it.each(Object.keys(wrong))(
  "%s is refused with its reason by page, folder and command alike",
  async (name) => {
    const [files, told] = wrong[name] ?? [{}, /never/];
    const place = await layIn(await mkdtemp(path.join(tmpdir(), "wrong-")), files);
    expect(await byPage(place)).toMatch(told);
    expect(await byFolder(place)).toMatch(told);
    expect(await byCommand(place)).toMatch(told);
    await nothingTaken();
  },
);

it("a zip that grows a thousandfold is refused before it is inflated", async () => {
  const place = await mkdtemp(path.join(tmpdir(), "wrong-zip-"));
  const zip = new ZipFile();
  zip.addBuffer(Buffer.alloc(20_000_000, "x"), "children.csv");
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path.join(place, "bomb.zip")));
  expect((await stat(path.join(place, "bomb.zip"))).size).toBeLessThan(100_000);
  const told = /more than 200 times its packed size/;
  expect(await byPage(place)).toMatch(told);
  expect(await byFolder(place)).toMatch(told);
  expect(await byCommand(place)).toMatch(told);
  await nothingTaken();
});

it("single rows of another county are refused, and the rest is taken", async () => {
  const place = await mkdtemp(path.join(tmpdir(), "mixed-"));
  const lines = [
    ncandsRecord("R1", "C1"),
    ncandsRecord("R2", "C2", { 31: "005" }),
    ncandsRecord("R3", "C3", { 31: "999" }),
  ];
  await writeFile(path.join(place, "c.txt"), `${lines.join("\n")}\n`);
  await copyFile(path.join(place, "c.txt"), path.join(place, "copy"));
  const ran = await runUpstream(["import", "records", path.join(place, "copy"), "--json"], {
    DATABASE_URL: db.url,
  });
  const report = JSON.parse(ran.out) as { rejected: unknown[]; imported: Record<string, number> };
  expect(report.imported["reports"]).toBe(2);
  expect(report.rejected).toEqual([
    {
      file: "copy",
      line: 2,
      column: null,
      reason: "is of another state or county",
      code: "other_jurisdiction",
    },
  ]);
});
