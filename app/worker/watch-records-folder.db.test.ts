import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { newId } from "~/domain/kernel/ids";
import { listRecordsRuns } from "~/domain/reports/index.server";
import { testDatabase } from "../../tests/setup/database";
import { asSystem, makeJurisdiction } from "../../tests/setup/listing-rows";
import { claim, dropAt, listWhole } from "./records-drop";
import { watchRecordsFolder } from "./watch-records-folder.server";

const folder = await mkdtemp(path.join(tmpdir(), "records-folder-"));
const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const drop = dropAt(folder);
const later = () => Date.now() + 600_000;

const runs = () => asSystem(db, here, listRecordsRuns);
const children = async () =>
  (await db.owner.query<{ child_id: string }>("select child_id from agency_child order by 1")).rows.map(
    (row) => row.child_id,
  );
async function lay(name: string, child: string, more: Record<string, string> = {}): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  const files = { "children.csv": `child_id,dob\n${child},2018-04-05\n`, ...more };
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, name, file), text);
}
const inside = async (place: string) =>
  existsSync(path.join(folder, place)) ? readdir(path.join(folder, place)) : [];

afterEach(async () => expect(await inside("reading")).toEqual([]));

describe("the watched folder", () => {
  it("leaves alone what still changes, and takes what a mark calls whole", async () => {
    await lay("2026-06-30 june", "c1");
    expect(await watchRecordsFolder(here, { folder })).toBe(0);
    expect(await listWhole(drop, Date.now() + 299_000)).toEqual([]);
    await writeFile(path.join(folder, "2026-06-30 june.ready"), "");
    expect(await watchRecordsFolder(here, { folder })).toBe(1);
    expect(await runs()).toMatchObject([{ state: "done", source: "2026-06-30 june", asOf: "2026-06-30" }]);
    expect([
      await children(),
      await inside("2026-06-30 june"),
      await inside("2026-06-30 june.ready"),
    ]).toEqual([["c1"], [], []]);
    const [done] = await inside("done");
    const report = JSON.parse(
      await readFile(path.join(folder, "done", done ?? "", "report.json"), "utf8"),
    ) as {
      extract: number;
    };
    expect([done?.startsWith("2026-06-30 june."), report.extract]).toEqual([true, 1]);
  });

  it("takes what has been quiet for five minutes, whatever time its files tell", async () => {
    await lay("july", "c2");
    const old = new Date("2020-01-01");
    await utimes(path.join(folder, "july", "children.csv"), old, old);
    expect(await watchRecordsFolder(here, { folder })).toBe(0);
    expect(await watchRecordsFolder(here, { folder, now: later() })).toBe(1);
    expect(await children()).toEqual(["c1", "c2"]);
  });

  it("lays what cannot be used beside why", async () => {
    await lay("broken", "c3", { "reports.csv": "nothing\n" });
    expect(await watchRecordsFolder(here, { folder, now: later() })).toBe(1);
    const [refused] = await inside("refused");
    const report = JSON.parse(
      await readFile(path.join(folder, "refused", refused ?? "", "report.json"), "utf8"),
    ) as { failure: string };
    expect(report.failure).toMatch(/^reports\.csv has a wrong header/);
    expect(await children()).toEqual(["c1", "c2"]);
  });

  it("takes no link to elsewhere, and nothing of a jurisdiction that has a folder of its own", async () => {
    await symlink("/etc", path.join(folder, "link"));
    await mkdir(path.join(folder, "harbor"), { recursive: true });
    expect(await listWhole(drop, later(), ["harbor"])).toEqual([]);
    await rm(path.join(folder, "link"));
  });
});

describe("killed in the middle, the watched folder", () => {
  it("reads what was claimed and never begun", async () => {
    await lay("claimed", "c4");
    await claim(drop, "claimed", newId());
    await mkdir(path.join(folder, "reading", newId(), "files"), { recursive: true });
    expect(await watchRecordsFolder(here, { folder })).toBe(1);
    expect(await children()).toContain("c4");
  });

  it("reads again what its reader left, and once", async () => {
    await lay("left", "c5");
    const runId = newId();
    await claim(drop, "left", runId);
    await db.owner.query(
      `insert into import_run (id, jurisdiction_id, kind, source, file_name, started_at, state)
       values ($1, $2, 'records', 'left', 'left', now(), 'running')`,
      [runId, here],
    );
    expect(await watchRecordsFolder(here, { folder })).toBe(1);
    expect((await runs()).find(({ id }) => id === runId)).toMatchObject({ state: "done" });
    expect(await children()).toContain("c5");
  });

  it("only lays away what was read already", async () => {
    await lay("read", "c6");
    expect(await watchRecordsFolder(here, { folder, now: later() })).toBe(1);
    const [run] = await runs();
    const laid = (await inside("done")).find((name) => name.startsWith("read."));
    await rename(path.join(folder, "done", laid ?? ""), path.join(folder, "reading", run?.id ?? ""));
    const before = await db.owner.query("select count(*) from agency_extract");
    expect(await watchRecordsFolder(here, { folder })).toBe(1);
    expect((await db.owner.query("select count(*) from agency_extract")).rows).toEqual(before.rows);
    expect((await inside("done")).filter((name) => name.startsWith("read."))).toEqual([laid]);
  });

  it("is in nobody's way: what another process reads stays where it is", async () => {
    await lay("held", "c7");
    const runId = newId();
    await claim(drop, "held", runId);
    const other = await db.owner.connect();
    await other.query("select pg_advisory_lock(7310221, hashtext($1))", [runId]);
    try {
      expect([await watchRecordsFolder(here, { folder }), await inside("reading")]).toEqual([0, [runId]]);
    } finally {
      await other.query("select pg_advisory_unlock_all()");
      other.release();
    }
    expect(await watchRecordsFolder(here, { folder })).toBe(1);
    expect(await children()).toContain("c7");
  });
});
