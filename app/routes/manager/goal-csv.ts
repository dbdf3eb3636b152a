import { deskLoader } from "~/auth/desk.server";
import { defaultFramework } from "~/domain/goals/goal-frameworks";
import { readGoal } from "~/domain/goals/index.server";
import { csvResponse } from "~/interop/csv/write-csv";
import { frameOfResults, resultsCsv, resultsOf } from "./results-csv";

/** The twin of /manager/goals/:goal: every measure the page names, those without a number too. */
export const loader = deskLoader("manager", async ({ ctx, params, url }) => {
  const framework = url.searchParams.get("framework") ?? defaultFramework;
  const read = await readGoal(ctx, { framework, goal: params.goal ?? "" });
  const headline = { spec: read.headline.spec, result: read.whole };
  const beside = [...read.sideBySide, ...read.supporting, ...(read.balancing ? [read.balancing] : [])];
  const named = [headline, ...beside].filter(
    ({ spec }, i, all) => all.findIndex((one) => one.spec.id === spec.id) === i,
  );
  const [first, ...others] = resultsOf(named, frameOfResults(read));
  const results = [...(first ? [first] : []), ...read.trend, ...others];
  const filters = `goal ${read.goal.id} of ${framework} ${read.framework.version}; whole jurisdiction; all program types`;
  return csvResponse(`goal-${framework}-${read.goal.id}.csv`, resultsCsv(filters, results));
});
