import { deskLoader } from "~/auth/desk.server";
import { chooseFramework, listMembers, readGoal } from "~/domain/goals/index.server";
import { measuresOfGoal } from "~/domain/goals/measures-of-goals";
import { NotFound } from "~/domain/kernel/errors";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

const most = 200_000;

/** Everybody that /manager/goals/:goal/people pages through, with the rule as the engine says it; logged as that page is. */
export const loader = deskLoader("manager", async ({ ctx, params, url }) => {
  const asked = (name: string): string => url.searchParams.get(name) ?? "";
  const { chosen } = await chooseFramework(ctx, { asked: url.searchParams.get("framework") });
  if (chosen === null) throw new NotFound();
  const { goal, headline } = await readGoal(ctx, { framework: chosen, goal: params.goal ?? "" });
  const measure = [headline.spec.id, ...measuresOfGoal(goal)].find((id) => id === asked("measure"));
  if (measure === undefined || asked("purpose") === "") throw new NotFound();
  const { rows } = await listMembers(ctx, {
    ...{ measure, purpose: asked("purpose"), only: asked("only") || "all", size: most },
  });
  return csvResponse(
    `people-${measure}.csv`,
    writeCsv(
      ["purpose", "measure", "unit", "counted", "event", "rule"],
      rows.map(({ unit, inDenominator, inNumerator, reason }) => [
        ...[asked("purpose"), measure, unit, String(inDenominator), String(inNumerator), reason],
      ]),
    ),
  );
});
