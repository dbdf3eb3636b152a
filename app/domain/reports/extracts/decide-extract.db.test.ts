import { describe, expect, it } from "vitest";
import { systemClock } from "~/domain/kernel/clock";
import {
  approveExtract,
  findHeldExtract,
  listBlockedMeasures,
  listRecordsRuns,
  withdrawExtract,
} from "~/domain/reports/index.server";
import { computeMeasures } from "~/worker/compute-measures.server";
import { rebuildAfterWithdrawal } from "~/worker/rebuild-records.server";
import { makePlace, staffActor } from "../../../../tests/setup/auth-people";
import { testDatabase } from "../../../../tests/setup/database";
import {
  importRecordFiles,
  wholeExtract,
  type RecordFiles,
} from "../../../../tests/setup/import-record-files";
import { asSystem, makeJurisdiction } from "../../../../tests/setup/listing-rows";
import { recordTables, storageOf } from "../extract-columns";

const db = await testDatabase();
const rows = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await db.owner.query(text, values)).rows as Record<string, unknown>[];

/** Everything that the tables say of a jurisdiction, without ids and without which import said it. */
async function told(jurisdictionId: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of recordTables) {
    const found = await rows(
      `select to_jsonb(t) - 'id' - 'jurisdiction_id' - 'import_run_id' as row from ${storageOf(table).table} t
       where jurisdiction_id = $1 order by 1`,
      [jurisdictionId],
    );
    all[table] = found.map(({ row }) => row);
  }
  all["secrets"] = await rows(
    "select report_id, reporter, narrative from protected.report_secret where jurisdiction_id = $1 order by 1",
    [jurisdictionId],
  );
  return all;
}

const children = (from: number, count: number): string[] => [
  "child_id,dob,sex",
  ...Array.from({ length: count }, (_, n) => `c${from + n},2018-04-05,female`),
];

describe("an extract whose ids are others than those of the last", async () => {
  const place = await makePlace(db, "jumps");
  const here = place.jurisdictionId;
  const admin = staffActor("jurisdiction_admin", place);
  const as = <T>(run: (ctx: Parameters<typeof approveExtract>[0]) => Promise<T>): Promise<T> =>
    db.inTransaction({ jurisdictionId: here, actorId: admin.userId }, (tx) =>
      run({ actor: admin, tx, clock: systemClock }),
    );

  it("holds the measures until a person says why it is right", async () => {
    await importRecordFiles(db, here, { children: children(1, 60) });
    expect(await asSystem(db, here, findHeldExtract)).toBeNull();
    expect(await computeMeasures(here)).toMatchObject({ results: expect.any(Number) as number });
    const second = await importRecordFiles(db, here, { children: children(1001, 60) });
    expect(await rows("select jumps from agency_extract where number = 2")).toEqual([
      { jumps: [{ kind: "ids", table: "children", column: "child_id", before: 1, now: 0, limit: 0.6 }] },
    ]);
    const before = await rows("select count(*) from measure_run");
    expect(await computeMeasures(here)).toEqual({ number: 2, why: "jump" });
    expect(await rows("select count(*) from measure_run")).toEqual(before);

    const id = second.runId;
    await expect(as((ctx) => approveExtract(ctx, { id, reason: "  " }))).rejects.toThrow("invalid");
    await as((ctx) => approveExtract(ctx, { id, reason: "The state gave new ids to every child." }));
    await expect(as((ctx) => approveExtract(ctx, { id, reason: "Again." }))).rejects.toThrow(
      "nothing_to_approve",
    );
    expect(await rows("select kind, reason, by_id, by_name from agency_extract_event")).toEqual([
      {
        kind: "approved",
        reason: "The state gave new ids to every child.",
        by_id: admin.userId,
        by_name: admin.name,
      },
    ]);
    expect(await computeMeasures(here)).toMatchObject({ results: expect.any(Number) as number });
    expect(
      await rows("select event, reason, actor_id from audit_entry where event = 'agency_extract.approved'"),
    ).toEqual([
      {
        event: "agency_extract.approved",
        reason: "The state gave new ids to every child.",
        actor_id: admin.userId,
      },
    ]);
  });

  it("is taken back instead: what rested on it is marked and computed anew", async () => {
    const [second] = await asSystem(db, here, listRecordsRuns);
    await as((ctx) => withdrawExtract(ctx, { id: second?.id ?? "", reason: "It was another county's." }));
    expect(await computeMeasures(here)).toEqual({ number: 2, why: "withdrawn" });
    const last = await rows(
      "select id from measure_run where status = 'done' order by started_at desc limit 1",
    );
    expect(await rebuildAfterWithdrawal(here)).toMatchObject({ withdrawn: 1 });
    expect(await rows("select status from measure_run where id = $1", [last[0]?.["id"]])).toEqual([
      { status: "withdrawn" },
    ]);
    expect(await rows("select count(*)::int as n, max(child_id) as last from agency_child")).toEqual([
      { n: 60, last: "c9" },
    ]);
    expect((await asSystem(db, here, listRecordsRuns))[0]?.state).toBe("withdrawn");
    expect(await computeMeasures(here)).toMatchObject({ results: expect.any(Number) as number });
    expect(await rebuildAfterWithdrawal(here)).toEqual({ withdrawn: 0, since: null });
    expect(await rows("select from agency_extract_row where import_run_id = $1", [second?.id])).toEqual([]);
  });
});

/** Three extracts that correct one another: rows that are new, changed, given again, given no more; secrets; a file without a column. */
const first: RecordFiles = {
  ...wholeExtract,
  reports: [
    "report_id,child_id,report_date,disposition,reporter,narrative",
    "r1,c1,2025-01-02,02,Invented Reporter,First words",
    "r2,c2,2025-02-02,unsubstantiated,,",
  ],
};
const second: RecordFiles = {
  children: ["child_id,dob,sex,first_name", "c1,2018-04-06,male,Anna", "c7,2017-01-01,female,Seven"],
  reports: [
    "report_id,child_id,report_date,disposition,reporter,narrative",
    "r1,c1,2025-01-02,01,Another Reporter,Second words",
    "r7,c7,2025-03-03,01,Third Reporter,Words of seven",
  ],
  placements: ["removal_id,start_date,setting,home_id", "m1,2025-02-01,qrtp,h9"],
};
const third: RecordFiles = {
  children: ["child_id,dob", "c2,2019-01-03", "c8,2016-01-01"],
  removals: ["removal_id,child_id,entry_date,exit_date", "m2,c2,2025-02-01,2025-09-01"],
};
const importAll = async (slug: string, extracts: RecordFiles[]) => {
  const here = await makeJurisdiction(db, slug);
  const runs: string[] = [];
  for (const files of extracts) runs.push((await importRecordFiles(db, here, files)).runId);
  return { here, runs };
};

describe("taking an extract back", () => {
  it.each([
    ["first", 0, [second, third]],
    ["second", 1, [first, third]],
    ["third", 2, [first, second]],
  ] as const)("leaves what the others say: the %s", async (name, at, others) => {
    const { here, runs } = await importAll(`all-but-${name}`, [first, second, third]);
    const without = await importAll(`never-${name}`, [...others]);
    const before = await rows("select id, child_id from agency_child where jurisdiction_id = $1", [here]);
    await asSystem(db, here, (ctx) => withdrawExtract(ctx, { id: runs[at] ?? "", reason: "A mistake." }));
    await rebuildAfterWithdrawal(here);
    expect(await told(here)).toEqual(await told(without.here));
    const after = await rows("select id, child_id from agency_child where jurisdiction_id = $1", [here]);
    for (const { id, child_id } of after)
      expect(before.find((child) => child["child_id"] === child_id)?.["id"] ?? id).toBe(id);
    // The same files again are a new extract, and bring it back.
    await importRecordFiles(db, here, [first, second, third][at] ?? {});
    expect(
      await rows("select max(number) as n from agency_extract where jurisdiction_id = $1", [here]),
    ).toEqual([{ n: 4 }]);
  });
});

it("keeps rows that no page can read or change", async () => {
  const here = await makeJurisdiction(db, "unread");
  await importRecordFiles(db, here, { children: ["child_id", "c1"] });
  for (const statement of ["select * from", "delete from"])
    await expect(
      db.inTransaction({ jurisdictionId: here }, async (tx) => {
        await tx.$executeRawUnsafe("set local role upstream_app");
        return tx.$queryRawUnsafe(`${statement} agency_extract_row`);
      }),
    ).rejects.toThrow(/permission denied/);
});

it("blocks the measures of which an extract is beyond a federal limit, until a better one comes", async () => {
  const here = await makeJurisdiction(db, "quality");
  const removals = (exits: string): string[] => [
    "removal_id,child_id,entry_date,exit_date,exit_reason",
    ...Array.from({ length: 40 }, (_, n) => `m${n},c${n},2025-02-01,2025-06-01,${n < 30 ? "1" : exits}`),
  ];
  await importRecordFiles(db, here, { children: children(0, 40), removals: removals("") });
  const blocked = await asSystem(db, here, listBlockedMeasures);
  expect(blocked.get("CFSR4-P1")).toEqual(["data quality: no_exit_reason 25.0 %"]);
  expect(blocked.has("CFSR4-P5")).toBe(false);
  const [extract] = await rows("select checks from agency_extract where jurisdiction_id = $1", [here]);
  expect(extract?.["checks"]).toEqual(
    expect.arrayContaining([
      { id: "no_exit_reason", of: 40, share: 0.25, status: "block" },
      { id: "no_birth_date", of: 40, share: 0, status: "pass" },
    ]),
  );
  await importRecordFiles(db, here, { removals: removals("3") });
  expect((await asSystem(db, here, listBlockedMeasures)).get("CFSR4-P1")).toBeUndefined();
});
