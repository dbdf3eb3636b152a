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
    return { source };
  },
  rows: {
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
