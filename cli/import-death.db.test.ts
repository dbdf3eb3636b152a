import { type ChildProcess, spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createWriteStream, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { listImportRuns, markImportRun, startImportRun } from "~/domain/directory/index.server";
import { newId } from "~/domain/kernel/ids";
import { uploadPath } from "~/interop/hsds/upload-path.server";
import { importUpload, resumeImports } from "~/worker/import-upload.server";
import { runUpstream } from "../tests/cli/run-upstream";
import { testDatabase } from "../tests/setup/database";
import { asSystem, makeJurisdiction } from "../tests/setup/listing-rows";

const db = await testDatabase();
const id = (kind: number, n: number) => `0000900${kind}-0000-4000-8000-${String(n).padStart(12, "0")}`;
const files = {
  "organizations.csv": `id,name,description\n${id(1, 1)},Invented Agency,Helps\n`,
  "services.csv": `id,organization_id,name,status\n${id(2, 1)},${id(1, 1)},Story Time,active\n`,
  "phones.csv": `id,service_id,number\n${id(3, 1)},${id(2, 1)},(410) 555-0100\n`,
};
let folder = "";
let zip = "";
let here = "";

async function writeZip(): Promise<string> {
  const made = path.join(folder, "..", `${path.basename(folder)}.zip`);
  const out = new ZipFile();
  for (const [name, text] of Object.entries(files)) out.addBuffer(Buffer.from(text), name);
  out.end();
  await pipeline(out.outputStream, createWriteStream(made));
  return made;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hsds-death-"));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  zip = await writeZip();
  here = await makeJurisdiction(db, "death");
});
afterAll(() => rm(zip, { force: true }));

const rows = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await db.owner.query(text, values)).rows as Record<string, unknown>[];
const runs = async () => (await asSystem(db, here, listImportRuns)).runs;

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It did not come to that within a minute.");
}

/** The server's process of the import that waits for a lock, and so is in the middle. */
const waiting = () =>
  until(async () => {
    const [found] = await rows(
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%\"phone\"%'",
    );
    return found?.["pid"] as number | undefined;
  });

interface Command {
  child: ChildProcess;
  ended: Promise<{ code: number | null; err: string }>;
}

const wordsOf = (source: string) => ["import", "hsds", folder, "--jurisdiction", "death", "--source", source];

/** The command itself, not its starter, so that it can be killed. */
function startCommand(source: string): Command {
  const words = ["--import", "tsx", "cli/upstream.ts", ...wordsOf(source)];
  const child = spawn(process.execPath, words, { env: { ...process.env, DATABASE_URL: db.url } });
  let err = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => (err += piece));
  child.stdout?.resume();
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, err }))) };
}

/** Runs the command until it is in the middle of writing, does something to it, and lets the table go. */
async function inTheMiddle(
  source: string,
  act: (command: Command, pid: number) => Promise<void>,
): Promise<Command> {
  const holder = new pg.Client({ connectionString: db.url });
  await holder.connect();
  try {
    await holder.query("begin; lock table phone in exclusive mode");
    const command = startCommand(source);
    await act(command, await waiting());
    return command;
  } finally {
    await holder.end();
  }
}

describe("an import that is cut off in the middle", () => {
  it("leaves nothing when it is killed, says so, and can be run again", async () => {
    const { ended } = await inTheMiddle("killed", async ({ child, ended }, pid) => {
      // Told beside the import, and so a moment after it.
      const told = await until(async () =>
        (await runs()).find(({ progress }) => progress?.step === "writing" && progress.done === 2),
      );
      expect(told).toMatchObject({ source: "killed", state: "running", progress: { done: 2, of: 3 } });
      child.kill("SIGKILL");
      await ended;
      // The server notices within seconds, though the statement still waits.
      await until(async () =>
        (await rows("select from pg_stat_activity where pid = $1", [pid])).length === 0 ? true : undefined,
      );
    });
    expect((await ended).code).toBeNull();
    expect(await rows("select id from organization union all select id from service")).toEqual([]);
    expect(await runs()).toMatchObject([{ source: "killed", state: "aborted", imported: 0 }]);
    await resumeImports([here]);
    expect(await runs()).toMatchObject([{ source: "killed", state: "failed", failure: "aborted" }]);
    expect((await runUpstream(wordsOf("killed"), { DATABASE_URL: db.url })).code).toBe(0);
    expect((await runs())[0]).toMatchObject({ state: "done", imported: 3 });
  });

  it("says in clear words that the database went, and the run that it failed", async () => {
    const { ended } = await inTheMiddle("lost", async (_command, pid) => {
      await rows("select pg_terminate_backend($1)", [pid]);
    });
    const { code, err } = await ended;
    expect([code, err.split("\n").at(-2)]).toEqual([
      1,
      "The database went away during the import. Nothing was imported: run it again.",
    ]);
    expect((await runs())[0]).toMatchObject({ source: "lost", state: "failed", failure: "fault" });
    expect(await rows("select from service where source = 'lost'")).toEqual([]);
  });
});

describe("an upload whose worker died", () => {
  const runOf = async (runId: string) => (await runs()).find((run) => run.id === runId);
  async function upload(source: string): Promise<string> {
    const runId = newId();
    await mkdir(path.dirname(uploadPath(runId)), { recursive: true });
    await copyFile(zip, uploadPath(runId));
    await asSystem(db, here, (ctx) =>
      startImportRun(ctx, { id: runId, source, fileName: "a.zip", queued: false }),
    );
    return runId;
  }

  it("is read again when a worker starts, and only once", async () => {
    const runId = await upload("resumed");
    await asSystem(db, here, (ctx) => markImportRun(ctx, { id: runId, state: "running" }));
    expect(await runOf(runId)).toMatchObject({ state: "aborted" });
    expect(await resumeImports([here])).toBe(1);
    expect(await runOf(runId)).toMatchObject({ id: runId, state: "done", unchanged: 3 });
    expect(existsSync(uploadPath(runId))).toBe(false);
    expect(await resumeImports([here])).toBe(0);
    await importUpload({ runId, jurisdictionId: here });
    expect(await runOf(runId)).toMatchObject({ id: runId, state: "done" });
  });

  it("is left alone while another worker is at it", async () => {
    const runId = await upload("held");
    const other = new pg.Client({ connectionString: db.url });
    await other.connect();
    await other.query("select pg_advisory_lock(7310221, hashtext($1))", [runId]);
    await asSystem(db, here, (ctx) => markImportRun(ctx, { id: runId, state: "running" }));
    expect(await runOf(runId)).toMatchObject({ id: runId, state: "running" });
    expect(await resumeImports([here])).toBe(0);
    await importUpload({ runId, jurisdictionId: here });
    expect(await runOf(runId)).toMatchObject({ id: runId, state: "running" });
    await other.end();
    await until(async () => ((await runOf(runId))?.state === "aborted" ? true : undefined));
    await resumeImports([here]);
    expect(await runOf(runId)).toMatchObject({ id: runId, state: "done" });
  });
});
