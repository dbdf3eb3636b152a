import { deskLoader } from "~/auth/desk.server";
import { chooseFramework, listGoals } from "~/domain/goals/index.server";
import { measuresOfGoals } from "~/domain/goals/measures-of-goals";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { csvResponse } from "~/interop/csv/write-csv";
import { versionAsked } from "./frameworks/version-asked";
import { frameOfResults, resultsCsv, resultsOf } from "./results-csv";

/** The twin of /manager/goals: every result of the framework's measures, with the same hidden cells, and those without one. */
export const loader = deskLoader("manager", async ({ ctx, url }) => {
  const version = versionAsked(url);
  const asked = url.searchParams.get("framework");
  const { chosen } = await chooseFramework(ctx, { asked: version === undefined ? asked : null });
  const wanted = version === undefined ? chosen : asked;
  if (wanted === null) return csvResponse("goals.csv", resultsCsv("no framework is followed", []));
  const listed = await listGoals(ctx, { framework: wanted, version });
  const { framework, goals, results } = listed;
  const named = measuresOfGoals(goals);
  const counted = results.filter((result) => named.has(result.measure));
  const known = new Set(counted.map(({ measure }) => measure));
  const lacking = [...named].flatMap((id) => {
    const spec = findMeasureSpec(id);
    return spec && !known.has(id) ? [{ spec, result: null }] : [];
  });
  const filters = `goals of ${framework.id} ${framework.version}, version ${listed.version} here; whole jurisdiction; all program types`;
  return csvResponse(
    `goals-${framework.id}.csv`,
    resultsCsv(filters, [...counted, ...resultsOf(lacking, frameOfResults(listed))]),
  );
});
