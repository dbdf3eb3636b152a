import { cp, mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { newId } from "~/domain/kernel/ids";
import { recordTables, storageOf } from "~/domain/reports/extract-columns";
import { readRecordsRun, startRecordsRun } from "~/domain/reports/index.server";
import { recordsUpload } from "~/interop/records/records-upload.server";
import { seedAgencyRecords } from "../../prisma/seeds/agency-records";
import { runUpstream } from "../../tests/cli/run-upstream";
import { testDatabase } from "../../tests/setup/database";
import { asSystem, makeJurisdiction } from "../../tests/setup/listing-rows";
import { importUploadedRecords } from "./import-uploaded-records.server";
import { watchRecordsFolder } from "./watch-records-folder.server";

const folder = await mkdtemp(path.join(tmpdir(), "demo-extracts-"));
const db = await testDatabase();
const seeded = await makeJurisdiction(db, "seeded");
const here = await makeJurisdiction(db, "here");
const files = path.join(folder, "files");
const days = ["2026-05-15", "2026-08-15", "2026-11-15"];

/** Everything that a jurisdiction's tables of the agency's records say, but for whose they are and when they came. */
async function tellTables(jurisdictionId: string): Promise<Record<string, unknown[]>> {
  const told: Record<string, unknown[]> = {};
  for (const { table } of recordTables.map(storageOf)) {
    const { rows } = await db.owner.query<{ row: unknown }>(
      `select to_jsonb(t) - '{id,jurisdiction_id,import_run_id,row_hash}'::text[] as row from ${table} t
       where jurisdiction_id = $1 order by (to_jsonb(t) - '{id,jurisdiction_id,import_run_id,row_hash}'::text[])::text`,
      [jurisdictionId],
    );
    told[table] = rows.map(({ row }) => row);
  }
  return told;
}

async function byCommand(place: string): Promise<void> {
  const words = ["import", "records", place, "--jurisdiction", "here", "--as-of", days[0]!, "--json"];
  const ran = await runUpstream(words, { DATABASE_URL: db.url });
  expect(JSON.parse(ran.out)).toMatchObject({ rejected: [], warnings: [] });
}

async function byPage(place: string): Promise<void> {
  const id = newId();
  await cp(place, recordsUpload(id), { recursive: true });
  const run = { id, source: "agency", fileName: "9 files", asOf: days[1]!, queued: false };
  await asSystem(db, here, (ctx) => startRecordsRun(ctx, run));
  await importUploadedRecords({ runId: id, jurisdictionId: here });
  const read = await asSystem(db, here, (ctx) => readRecordsRun(ctx, { id }));
  expect(read).toMatchObject({ state: "done", rejected: 0, warnings: 0, asOf: days[1] });
}

async function byFolder(place: string): Promise<void> {
  const drop = path.join(folder, "drop");
  await cp(place, path.join(drop, "here", days[2]!), { recursive: true });
  expect(await watchRecordsFolder(here, { folder: drop, now: Date.now() + 600_000 })).toBe(1);
  const [laid] = await readdir(path.join(drop, "here", "done"));
  const report = await readFile(path.join(drop, "here", "done", laid ?? "", "report.json"), "utf8");
  expect(JSON.parse(report)).toMatchObject({ state: "done", extract: 3, failure: null });
}

it("the story's extracts are written as files, and come in by command, page and folder as they do in the seed", async () => {
  const written = await runUpstream(["demo", "extracts", "--out", files], {});
  expect([written.code, await readdir(files)]).toEqual([0, days]);
  await byCommand(path.join(files, days[0]!));
  await byPage(path.join(files, days[1]!));
  await byFolder(path.join(files, days[2]!));
  await seedAgencyRecords(seeded);
  const told = await tellTables(here);
  expect(Object.values(told).every((rows) => rows.length > 0)).toBe(true);
  expect(told).toEqual(await tellTables(seeded));
  const jumps = await db.owner.query("select count(*)::int as n from agency_extract where jumps <> '[]'");
  expect(jumps.rows).toEqual([{ n: 0 }]);
}, 120_000);
