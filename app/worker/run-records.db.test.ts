import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { newId } from "~/domain/kernel/ids";
import {
  cancelRecordsRun,
  listRecordsRuns,
  readRecordsRemarks,
  startRecordsRun,
} from "~/domain/reports/index.server";
import { recordsUpload, unpackedRecords } from "~/interop/records/records-upload.server";
import { importUploadedRecords, resumeRecords } from "~/worker/import-uploaded-records.server";
import { testDatabase } from "../../tests/setup/database";
import { asSystem, makeJurisdiction } from "../../tests/setup/listing-rows";

const db = await testDatabase();
const here = await makeJurisdiction(db, "records");

const children = "child_id,dob,sex\nc1,2018-04-05,female\nc2,2019-01-02,male\nc3,no-day,male\n";
const rows = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await db.owner.query(text, values)).rows as Record<string, unknown>[];
const runs = () => asSystem(db, here, listRecordsRuns);
const runOf = async (id: string) => (await runs()).find((run) => run.id === id);
const kept = async () =>
  (await rows("select child_id from agency_child order by 1")).map((row) => row["child_id"]);

async function upload(files: Record<string, string | Buffer>, asOf = ""): Promise<string> {
  const id = newId();
  await mkdir(recordsUpload(id), { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(path.join(recordsUpload(id), name), content);
  const fileName = Object.keys(files).join(", ");
  await asSystem(db, here, (ctx) =>
    startRecordsRun(ctx, { id, source: fileName, fileName, asOf, queued: false }),
  );
  return id;
}
const read = (runId: string) => importUploadedRecords({ runId, jurisdictionId: here });

async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "records-zip-")), "extract.zip");
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return readFile(file);
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It did not come to that within half a minute.");
}

/** Holds the table of children, so that an import is in the middle of taking its rows in; answers how to let go. */
async function holdChildren(): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: db.url });
  await holder.connect();
  await holder.query("begin; lock table agency_child in exclusive mode");
  return () => holder.end();
}
const waiting = () =>
  until(async () => {
    const [found] = await rows(
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%agency_child%'",
    );
    return found?.["pid"] as number | undefined;
  });

describe("an uploaded extract", () => {
  it("is read whole, told by row, and its files go", async () => {
    const id = await upload({ "children.csv": children }, "2026-01-31");
    await read(id);
    const run = await runOf(id);
    expect(run).toMatchObject({ state: "done", asOf: "2026-01-31", rejected: 1, failure: null });
    expect(run?.extract).toMatchObject({
      number: 1,
      files: [{ name: "children.csv", bytes: Buffer.byteLength(children) }],
      counts: { children: { given: 3, refused: 1, imported: 2, updated: 0, unchanged: 0 } },
    });
    expect(await kept()).toEqual(["c1", "c2"]);
    expect((await asSystem(db, here, (ctx) => readRecordsRemarks(ctx, { id }))).rejected).toEqual([
      {
        ...{ file: "children.csv", line: 4, column: "dob", code: "bad_date" },
        reason: "is not a date written YYYY-MM-DD",
      },
    ]);
    expect(existsSync(recordsUpload(id))).toBe(false);
    await read(id);
    expect((await runs()).length).toBe(1);
  });

  it("may be a zip, whose files lie in a folder and are called in capitals", async () => {
    const zip = await zipOf({ "out/CHILDREN.CSV": children, "__MACOSX/out/._CHILDREN.CSV": "x" });
    const id = await upload({ "extract.zip": zip });
    await read(id);
    expect(await runOf(id)).toMatchObject({ state: "done", rejected: 1 });
    expect([existsSync(recordsUpload(id)), existsSync(unpackedRecords(id))]).toEqual([false, false]);
  });

  it("that cannot be used says why, and nothing of it is taken", async () => {
    const before = await kept();
    const id = await upload({ "children.csv": "child_id,dob\nc9,2018-01-01\n", "reports.csv": "wrong\n1\n" });
    await read(id);
    expect(await runOf(id)).toMatchObject({
      state: "failed",
      extract: null,
      failure:
        "reports.csv has a wrong header: no column report_id, child_id, report_date. Nothing was changed.",
    });
    expect(await kept()).toEqual(before);
    expect(existsSync(recordsUpload(id))).toBe(false);
  });

  it("tells of a file that nothing reads", async () => {
    const id = await upload({ "children.csv": children, "childern.csv": children });
    await read(id);
    const { warnings } = await asSystem(db, here, (ctx) => readRecordsRemarks(ctx, { id }));
    expect(warnings.filter(({ code }) => code === "unknown_file")).toMatchObject([{ file: "childern.csv" }]);
  });
});

describe("an import of records that is cut off", () => {
  it("is read again when a worker starts, once, and not while another worker is at it", async () => {
    const id = await upload({ "children.csv": "child_id\nc4\n" });
    await db.owner.query("update import_run set state = 'running' where id = $1", [id]);
    const other = new pg.Client({ connectionString: db.url });
    await other.connect();
    await other.query("select pg_advisory_lock(7310221, hashtext($1))", [id]);
    expect([await resumeRecords([here]), (await runOf(id))?.state]).toEqual([0, "running"]);
    await other.end();
    await until(async () => ((await runOf(id))?.state === "aborted" ? true : undefined));
    expect(await resumeRecords([here])).toBe(1);
    expect(await runOf(id)).toMatchObject({ state: "done" });
    expect(await resumeRecords([here])).toBe(0);
    expect(await kept()).toContain("c4");
  });

  it("leaves nothing when its process is killed in the middle", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "records-killed-"));
    await writeFile(path.join(folder, "children.csv"), "child_id\nkilled\n");
    const letGo = await holdChildren();
    const words = ["--import", "tsx", "cli/upstream.ts", "import", "records", folder];
    const child: ChildProcess = spawn(process.execPath, [...words, "--jurisdiction", "records"], {
      env: { ...process.env, DATABASE_URL: db.url },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("close", resolve));
    try {
      const pid = await waiting();
      child.kill("SIGKILL");
      await ended;
      await until(async () =>
        (await rows("select from pg_stat_activity where pid = $1", [pid])).length === 0 ? true : undefined,
      );
    } finally {
      await letGo();
    }
    expect((await runs())[0]).toMatchObject({ state: "aborted", extract: null });
    expect(await kept()).not.toContain("killed");
    await resumeRecords([here]);
    expect((await runs())[0]).toMatchObject({ state: "failed", failure: "aborted" });
  });
});

describe("an import of records that somebody stops", () => {
  it("is not begun while it waits", async () => {
    const id = await upload({ "children.csv": "child_id\nstopped\n" });
    await asSystem(db, here, (ctx) => cancelRecordsRun(ctx, { id }));
    await read(id);
    expect(await runOf(id)).toMatchObject({ state: "failed", failure: "cancelled" });
    expect([existsSync(recordsUpload(id)), (await kept()).includes("stopped")]).toEqual([false, false]);
    await expect(asSystem(db, here, (ctx) => cancelRecordsRun(ctx, { id }))).rejects.toThrow("run_ended");
  });

  it("ends within seconds in the middle of a statement, and nothing of it is taken", async () => {
    const id = await upload({ "children.csv": "child_id\nstopped\n" });
    const letGo = await holdChildren();
    try {
      const reading = read(id);
      await waiting();
      expect(await runOf(id)).toMatchObject({ state: "running" });
      await asSystem(db, here, (ctx) => cancelRecordsRun(ctx, { id }));
      await reading;
    } finally {
      await letGo();
    }
    expect(await runOf(id)).toMatchObject({ state: "failed", failure: "cancelled" });
    expect([existsSync(recordsUpload(id)), (await kept()).includes("stopped")]).toEqual([false, false]);
  });
});
