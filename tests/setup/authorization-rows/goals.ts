import { randomUUID } from "node:crypto";
import * as goals from "../../../app/domain/goals/index.server";
import { defineRows, insertRow } from "../authorization-matrix";

const framework = "phl-ioc";
const sourcesOf = (targets: { source: string }[]): string[] => targets.map((target) => target.source);

export default defineRows<{ source: string }>({
  arrange: async ({ jurisdictionId }, owner) => {
    const source = randomUUID();
    const row = {
      jurisdiction_id: jurisdictionId,
      framework,
      goal: "1",
      measure: "OUT-REM-12",
      kind: `threshold ${source}`,
      value: 3,
      source,
    };
    await insertRow(owner, "goal_target", { id: randomUUID(), ...row });
    await owner.query(
      `insert into measure_run (id, jurisdiction_id, parameters, data_through, started_at, finished_at, status)
       values ($1, $1, '{}', '2026-11-15', now(), now(), 'done') on conflict do nothing`,
      [jurisdictionId],
    );
    await insertRow(owner, "board_report", {
      ...{ id: source, jurisdiction_id: jurisdictionId, quarter: `2026Q2 ${source}`, revision: 1 },
      ...{ figures: "{}", notes: "{}", run_id: jurisdictionId, data_through: "2026-11-15" },
      frozen_at: new Date(),
    });
    return { source };
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
      may: { program_manager: "jurisdiction" },
      call: (ctx) => goals.listGoals(ctx, { framework }),
      sees: (listed: Awaited<ReturnType<typeof goals.listGoals>>) =>
        listed.goals.flatMap(({ targets }) => sourcesOf(targets)),
      row: ({ source }) => source,
    },
    readGoal: {
      may: { program_manager: "jurisdiction" },
      call: (ctx) => goals.readGoal(ctx, { framework, goal: "1" }),
      sees: (read: Awaited<ReturnType<typeof goals.readGoal>>) => sourcesOf(read.targets),
      row: ({ source }) => source,
    },
  },
});
