import { deskLoader } from "~/auth/desk.server";
import { readAskedGoal } from "./frameworks/read-asked-goal.server";
import { csvResponse } from "~/interop/csv/write-csv";
import { frameOfResults, resultsCsv, resultsOf } from "./results-csv";

/** The twin of /manager/goals/:goal: every measure the page names, those without a number too. */
export const loader = deskLoader("manager", async ({ ctx, params, url }) => {
  const read = await readAskedGoal(ctx, url, params.goal);
  const framework = read.framework.id;
  const headline = { spec: read.headline.spec, result: read.whole };
  const beside = [...read.sideBySide, ...read.supporting, ...(read.balancing ? [read.balancing] : [])];
  const named = [headline, ...beside].filter(
    ({ spec }, i, all) => all.findIndex((one) => one.spec.id === spec.id) === i,
  );
  const [first, ...others] = resultsOf(named, frameOfResults(read));
  const results = [...(first ? [first] : []), ...read.trend, ...others];
  const filters = `goal ${read.goal.id} of ${framework} ${read.framework.version}, version ${read.version} here; whole jurisdiction; all program types`;
  return csvResponse(`goal-${framework}-${read.goal.id}.csv`, resultsCsv(filters, results));
});
