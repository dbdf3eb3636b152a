import { deskLoader } from "~/auth/desk.server";
import { defaultFramework } from "~/domain/goals/goal-frameworks";
import { readGoal } from "~/domain/goals/index.server";
import { csvResponse } from "~/interop/csv/write-csv";
import { resultsCsv } from "./results-csv";

/** The twin of /manager/goals/:goal. */
export const loader = deskLoader("manager", async ({ ctx, params, url }) => {
  const framework = url.searchParams.get("framework") ?? defaultFramework;
  const read = await readGoal(ctx, { framework, goal: params.goal ?? "" });
  const results = [
    read.whole,
    ...read.trend,
    ...[...read.sideBySide, ...read.supporting].map((named) => named.result),
  ].flatMap((result) => result ?? []);
  const filters = `goal ${read.goal.id} of ${framework} ${read.framework.version}; whole jurisdiction; all program types`;
  return csvResponse(`goal-${framework}-${read.goal.id}.csv`, resultsCsv(filters, results));
});
