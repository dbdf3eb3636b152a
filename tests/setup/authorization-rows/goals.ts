import { randomUUID } from "node:crypto";
import * as goals from "../../../app/domain/goals/index.server";
import { findFramework } from "../../../app/domain/goals/goal-frameworks";
import { defineRows, insertRow } from "../authorization-matrix";

const framework = "phl-ioc";
const sourcesOf = (targets: { source: string }[]): string[] => targets.map((target) => target.source);
const may = { program_manager: "jurisdiction" } as const;
/** Of one's own jurisdiction whatever one names: what only the role decides. */
const ofOwn = { may, untargeted: true } as const;

type Target = { source: string; targetId: string; initiativeId: string; entryId: string; title: string };
const entry = { kind: "lesson", language: "en", title: "Lesson", text: "Begin early." } as const;
const initiative = {
  language: "en" as const,
  ...{ title: "Evening hours", what: "Open late", place: "Everywhere", byWhom: "Programs" },
  ...{ startsOn: "2025-01-01", endsOn: "", measures: ["REF-ENR60"] },
} as const;

export default defineRows<Target>({
  arrange: async ({ jurisdictionId }, owner) => {
    const jurisdiction_id = jurisdictionId;
    const [source, targetId, initiativeId, entryId] = Array.from({ length: 4 }, () => randomUUID());
    const at = new Date();
    // Both organizations of a jurisdiction share what it follows.
    await owner.query(
      `insert into adopted_framework (id, jurisdiction_id, framework, adopted_at)
       select gen_random_uuid(), $1, $2, now() on conflict do nothing`,
      [jurisdictionId, framework],
    );
    await owner.query(
      `insert into framework_version (id, jurisdiction_id, adopted_id, version, body, change, in_force_from, made_at)
       select gen_random_uuid(), $1, id, 1, $3, 'adopted', '2026-01-01', now() from adopted_framework
       where jurisdiction_id = $1 and framework = $2 on conflict do nothing`,
      [jurisdictionId, framework, JSON.stringify(findFramework(framework))],
    );
    await owner.query(
      `insert into measure_run (id, jurisdiction_id, parameters, data_through, started_at, finished_at, status)
       values ($1, $1, '{}', '2026-11-15', now(), now(), 'done') on conflict do nothing`,
      [jurisdictionId],
    );
    await insertRow(owner, "goal_target", {
      ...{ id: targetId, jurisdiction_id, framework, goal: "1", measure: `OUT-${source}`, source },
      ...{ definition_version: "2026.1", unit: "child/100", kind: "threshold", way: "down", value: 3 },
      ...{ by_day: "2026-06-30", created_at: at },
    });
    await insertRow(owner, "initiative", {
      ...{ id: initiativeId, jurisdiction_id, language: "en", title: "Hours", what: "Open", place: "Here" },
      ...{ by_whom: "Us", starts_on: "2025-01-01", measures: ["REF-ENR60"], created_at: at },
    });
    await insertRow(owner, "board_report", {
      ...{ id: source, jurisdiction_id, quarter: `2026Q2 ${source}`, revision: 1 },
      ...{ figures: "{}", notes: "{}", run_id: jurisdictionId, data_through: "2026-11-15" },
      frozen_at: at,
    });
    await insertRow(owner, "community_entry", { id: entryId, jurisdiction_id, ...entry, created_at: at });
    return {
      source: source!,
      targetId: targetId!,
      initiativeId: initiativeId!,
      entryId: entryId!,
      title: source!,
    };
  },
  rows: {
    freezeReport: {
      may: { program_manager: "jurisdiction" },
      untargeted: true,
      call: (ctx) => goals.freezeReport(ctx, { quarter: "2026Q3", noteEn: "", noteEs: "", reason: "again" }),
    },
    listReports: {
      may: { program_manager: "jurisdiction" },
      untargeted: true,
      call: (ctx) => goals.listReports(ctx),
    },
    readReport: {
      may: { program_manager: "jurisdiction" },
      call: (ctx, { source }) => goals.readReport(ctx, { id: source }),
    },
    listGoals: {
      may,
      call: (ctx) => goals.listGoals(ctx, { framework }),
      sees: (listed: Awaited<ReturnType<typeof goals.listGoals>>) =>
        listed.goals.flatMap(({ targets }) => sourcesOf(targets)),
      row: ({ source }) => source,
    },
    readGoal: {
      may,
      call: (ctx) => goals.readGoal(ctx, { framework, goal: "1" }),
      sees: (read: Awaited<ReturnType<typeof goals.readGoal>>) => sourcesOf(read.targets),
      row: ({ source }) => source,
    },
    listFrameworks: { ...ofOwn, call: (ctx) => goals.listFrameworks(ctx) },
    chooseFramework: { ...ofOwn, call: (ctx) => goals.chooseFramework(ctx, { asked: null }) },
    readFramework: { ...ofOwn, call: (ctx) => goals.readFramework(ctx, { framework }) },
    adoptFramework: { ...ofOwn, call: (ctx) => goals.adoptFramework(ctx, { framework: "ca-outcomes" }) },
    retireFramework: { ...ofOwn, call: (ctx) => goals.retireFramework(ctx, { framework, version: 1 }) },
    changeFramework: {
      ...ofOwn,
      call: (ctx) =>
        goals.changeFramework(ctx, {
          ...{ framework, version: 1 },
          change: { kind: "names", title: { en: "Ours", es: "Lo nuestro" } },
        }),
    },
    undoFrameworkChange: {
      ...ofOwn,
      call: async (ctx) => {
        await goals.changeFramework(ctx, {
          ...{ framework, version: 1 },
          change: { kind: "left_out", goal: "4" },
        });
        return goals.undoFrameworkChange(ctx, { framework, version: 2 });
      },
    },
    setTarget: {
      ...ofOwn,
      call: (ctx) =>
        goals.setTarget(ctx, {
          ...{ framework, goal: "1", measure: "OUT-REM-12", kind: "threshold", way: "down", value: "5" },
          ...{ byDay: "2027-06-30", baseline: "none", baselineFrom: "", baselineTo: "", baselineValue: "" },
          ...{ source: "The board", replaces: "" },
        }),
    },
    endTarget: { may, call: (ctx, { targetId }) => goals.endTarget(ctx, { id: targetId }) },
    listInitiatives: {
      may,
      call: (ctx) => goals.listInitiatives(ctx),
      sees: (rows: Awaited<ReturnType<typeof goals.listInitiatives>>) => rows.map(({ id }) => id),
      row: ({ initiativeId }) => initiativeId,
    },
    readInitiative: { may, call: (ctx, { initiativeId }) => goals.readInitiative(ctx, { id: initiativeId }) },
    saveInitiative: {
      may,
      call: (ctx, { initiativeId }) =>
        goals.saveInitiative(ctx, { id: initiativeId, version: 1, ...initiative, measures: ["REF-ENR60"] }),
    },
    removeInitiative: {
      may,
      call: (ctx, { initiativeId }) => goals.removeInitiative(ctx, { id: initiativeId, version: 1 }),
    },
    listCommunity: {
      may,
      call: (ctx) => goals.listCommunity(ctx),
      sees: (community: Awaited<ReturnType<typeof goals.listCommunity>>) =>
        community.entries.map(({ id }) => id),
      row: ({ entryId }) => entryId,
    },
    readCommunityEntry: { may, call: (ctx, { entryId }) => goals.readCommunityEntry(ctx, { id: entryId }) },
    saveCommunityEntry: {
      may,
      call: (ctx, { entryId }) => goals.saveCommunityEntry(ctx, { id: entryId, version: 1, ...entry }),
    },
    settleCommunityEntry: {
      may,
      call: (ctx, { entryId }) => goals.settleCommunityEntry(ctx, { id: entryId, version: 1, act: "share" }),
    },
    setTier: { ...ofOwn, call: (ctx) => goals.setTier(ctx, { tier: "2", since: "2025-01-01" }) },
    readNetwork: { ...ofOwn, call: (ctx) => goals.readNetwork(ctx, { days: 90 }) },
    listMembers: {
      ...ofOwn,
      call: (ctx) => goals.listMembers(ctx, { measure: "REF-ENR60", purpose: "check_number" }),
    },
  },
});
