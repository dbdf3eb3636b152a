import { expect, it } from "vitest";
import { makePlace, staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { resultOf } from "../../../tests/setup/measure-result";
import { fixedClock } from "../kernel/clock";
import type { Ctx } from "../kernel/context";
import type { MeasureResult } from "../measures/measure-result";
import * as goals from "./index.server";

const db = await testDatabase();
const place = await makePlace(db, "harbor");
const other = await makePlace(db, "elsewhere");
const clock = fixedClock("2026-11-20T17:00:00Z");

function as<T>(jurisdictionId: string, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = staffActor("program_manager", { jurisdictionId, organizationId: null });
  return db.inTransaction({ jurisdictionId, actorId: actor.userId }, (tx) => run({ actor, tx, clock }));
}
const here = <T>(run: (ctx: Ctx) => Promise<T>) => as(place.jurisdictionId, run);
const refused = (code: string) => expect.objectContaining({ message: code });
const framework = "phl-ioc";

const half = (counts: [number, number], from: string, to: string, more: Partial<MeasureResult> = {}) =>
  resultOf("REF-ENR60", counts, {
    part: "families",
    period: [from, to],
    data_through: "2026-11-15",
    ...more,
  });

async function storeResults(results: MeasureResult[]): Promise<string> {
  const run = await db.arrange.measureRun.create({
    data: {
      ...{ jurisdictionId: place.jurisdictionId, parameters: {}, status: "done" },
      ...{ dataThrough: new Date("2026-11-15"), startedAt: new Date("2026-11-16") },
    },
  });
  await db.arrange.measureResult.createMany({
    data: results.map((result) => ({
      ...{
        runId: run.id,
        jurisdictionId: place.jurisdictionId,
        measure: result.measure,
        result: { ...result },
      },
      ...{ periodFrom: new Date(result.period[0]), periodTo: new Date(result.period[1]), part: result.part },
    })),
  });
  return run.id;
}

it("follows a framework, changes it by versions, undoes, retires and comes back", async () => {
  await expect(here((ctx) => goals.listGoals(ctx, { framework }))).rejects.toEqual(refused("not_found"));
  expect(await here((ctx) => goals.chooseFramework(ctx, { asked: null }))).toEqual({
    chosen: null,
    followed: [],
  });
  await here((ctx) => goals.adoptFramework(ctx, { framework }));
  await expect(here((ctx) => goals.adoptFramework(ctx, { framework }))).rejects.toEqual(
    refused("already_followed"),
  );
  const goal = {
    ...{ kind: "goal" as const, goal: "3", statement: { en: "Not theirs", es: "No suyas" } },
    ...{
      plain: { en: "Homes, not wards", es: "Hogares" },
      headline: "KIN-FAM",
      supporting: ["", "KIN-N", "KIN-N", ""],
    },
    balancing: "CFSR4-P5",
  };
  const change = { framework, version: 1, change: goal };
  await here((ctx) => goals.changeFramework(ctx, change));
  await expect(here((ctx) => goals.changeFramework(ctx, change))).rejects.toEqual(
    refused("framework_changed"),
  );
  const third = (read: { body: { groups: { goals: object[] }[] } }) => read.body.groups[0]!.goals[2];
  const now = await here((ctx) => goals.readFramework(ctx, { framework }));
  expect(third(now)).toMatchObject({
    ...{ plain: { en: "Homes, not wards" }, headline: "KIN-FAM", supporting: ["KIN-N"] },
    statement: { en: "A reduction in the use of congregate care" },
  });
  const first = await here((ctx) => goals.readFramework(ctx, { framework, version: 1 }));
  expect(third(first)).toMatchObject({ headline: "IOC3-CONG" });
  await here((ctx) => goals.undoFrameworkChange(ctx, { framework, version: 2 }));
  const undone = await here((ctx) => goals.readFramework(ctx, { framework }));
  expect(undone.body).toEqual(first.body);
  expect(undone.versions.map(({ change }) => change)).toEqual(["undone", "goal", "adopted"]);
  await here((ctx) => goals.retireFramework(ctx, { framework, version: 3 }));
  await expect(here((ctx) => goals.listGoals(ctx, { framework }))).rejects.toEqual(refused("not_found"));
  expect((await here((ctx) => goals.listGoals(ctx, { framework, version: 1 }))).retired).toBe(true);
  await here((ctx) => goals.adoptFramework(ctx, { framework }));
  expect((await here((ctx) => goals.listGoals(ctx, { framework }))).version).toBe(3);
  const audit = await db.arrange.auditEntry.findMany({
    where: { entity: "AdoptedFramework" },
  });
  expect(audit.map(({ event }) => event).sort()).toEqual([
    ...["framework.adopted", "framework.adopted_again", "framework.changed", "framework.changed"],
    "framework.retired",
  ]);
});

it("orders goals, adds an own one, leaves one out, and refuses a measure that is not there or twice", async () => {
  const of = (change: Parameters<typeof goals.changeFramework>[1]["change"], version: number) =>
    here((ctx) => goals.changeFramework(ctx, { framework, version, change }));
  const words = { en: "Ours", es: "Lo nuestro" };
  const own = {
    kind: "goal" as const,
    goal: "",
    statement: words,
    plain: words,
    balancing: "",
    supporting: [],
  };
  await of({ kind: "order", goal: "2", by: -1 }, 3);
  await of({ ...own, headline: "REF-ENR60" }, 4);
  await of({ kind: "left_out", goal: "4" }, 5);
  const { body } = await here((ctx) => goals.readFramework(ctx, { framework }));
  expect(body.groups[0]!.goals.map(({ id }) => id)).toEqual(["2", "1", "3", "own-1"]);
  await expect(of({ ...own, headline: "NOWHERE" }, 6)).rejects.toMatchObject({ code: "invalid" });
  await expect(of({ ...own, headline: "REF-N", balancing: "REF-N" }, 6)).rejects.toMatchObject({
    fieldErrors: { "change.balancing": ["measure_twice"] },
  });
  await expect(of({ kind: "left_out", goal: "4" }, 6)).rejects.toEqual(refused("not_found"));
});

const target = {
  ...{
    framework,
    goal: "own-1",
    measure: "REF-ENR60",
    kind: "pp_change" as const,
    way: "up" as const,
    value: "5",
  },
  ...{ byDay: "2025-06-30", baselineFrom: "", baselineTo: "", baselineValue: "", source: "The board" },
};

it("judges a target by the stored results, from a baseline that may be shown", async () => {
  await storeResults([
    half([30, 100], "2024-01-01", "2024-06-30"),
    half([5, 100], "2024-07-01", "2024-12-31"),
    half([36, 100], "2025-01-01", "2025-06-30"),
  ]);
  const set = (more: object) =>
    here((ctx) =>
      goals.setTarget(ctx, { ...target, baseline: "2024-01-01..2024-06-30", replaces: "", ...more }),
    );
  await expect(set({ baseline: "none" })).rejects.toMatchObject({
    fieldErrors: { baseline: ["baseline_needed"] },
  });
  // Five of a hundred are hidden: nobody's baseline.
  await expect(set({ baseline: "2024-07-01..2024-12-31" })).rejects.toMatchObject({
    fieldErrors: { baseline: ["baseline_untold"] },
  });
  await expect(set({ measure: "CFSR4-P1" })).rejects.toMatchObject({
    fieldErrors: { measure: ["no_such_measure"] },
  });
  const { id } = await set({});
  await expect(set({})).rejects.toEqual(refused("target_changed"));
  const read = () => here((ctx) => goals.readGoal(ctx, { framework, goal: "own-1" }));
  expect((await read()).targets).toMatchObject([{ id, judgement: { state: "met", needed: 35, value: 36 } }]);
  const next = await set({ replaces: id, value: "7,5" });
  const { targets } = await read();
  expect(targets).toMatchObject([
    { id: next.id, baselineNumerator: 30, judgement: { state: "missed", needed: 37.5 } },
    { id, judgement: null },
  ]);
  await here((ctx) => goals.endTarget(ctx, { id: next.id }));
  await expect(here((ctx) => goals.endTarget(ctx, { id: next.id }))).rejects.toEqual(
    refused("target_changed"),
  );
  expect((await read()).targets.filter(({ endedAt }) => !endedAt)).toEqual([]);
});

it("tells an initiative's measures before and after, and takes no number to call", async () => {
  const words = {
    language: "en" as const,
    title: "Evening hours",
    what: "Open until 8",
    place: "Two areas",
    byWhom: "All",
  };
  const input = {
    ...words,
    id: "",
    version: 0,
    startsOn: "2024-07-01",
    endsOn: "",
    measures: ["REF-ENR60", "CFSR4-P1"],
  };
  await expect(
    here((ctx) => goals.saveInitiative(ctx, { ...input, what: "Call 410-555-0142" })),
  ).rejects.toMatchObject({
    fieldErrors: { what: ["names_somebody"] },
  });
  const { id } = await here((ctx) => goals.saveInitiative(ctx, input));
  const read = await here((ctx) => goals.readInitiative(ctx, { id }));
  expect(read.measures[1]?.told.change).toEqual({ refused: "no_result" });
  expect(read.measures.map(({ spec }) => spec.id)).toEqual(["REF-ENR60", "CFSR4-P1"]);
  await expect(as(other.jurisdictionId, (ctx) => goals.readInitiative(ctx, { id }))).rejects.toEqual(
    refused("not_found"),
  );
  await here((ctx) => goals.removeInitiative(ctx, { id, version: 1 }));
  expect(await here((ctx) => goals.listInitiatives(ctx))).toEqual([]);
  await here((ctx) => goals.removeInitiative(ctx, { id, version: 2, restore: true }));
  expect(await here((ctx) => goals.listInitiatives(ctx, { measures: ["REF-ENR60"] }))).toMatchObject([
    { id },
  ]);
});
