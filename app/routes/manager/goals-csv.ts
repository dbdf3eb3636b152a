import { deskLoader } from "~/auth/desk.server";
import { defaultFramework } from "~/domain/goals/goal-frameworks";
import { listGoals } from "~/domain/goals/index.server";
import { measuresOfGoals } from "~/domain/goals/measures-of-goals";
import { csvResponse } from "~/interop/csv/write-csv";
import { resultsCsv } from "./results-csv";

/** The twin of /manager/goals: every result of the framework's measures, with the same hidden cells. */
export const loader = deskLoader("manager", async ({ ctx, url }) => {
  const { framework, goals, results } = await listGoals(ctx, {
    framework: url.searchParams.get("framework") ?? defaultFramework,
  });
  const named = measuresOfGoals(goals);
  const filters = `goals of ${framework.id} ${framework.version}; whole jurisdiction; all program types`;
  return csvResponse(
    `goals-${framework.id}.csv`,
    resultsCsv(
      filters,
      results.filter((result) => named.has(result.measure)),
    ),
  );
});
