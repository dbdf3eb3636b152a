import type { Ctx } from "~/domain/kernel/context";
import { goalFrameworks } from "../goal-frameworks";
import { listGoals } from "../list-goals.server";
import { readGoal, type ReadGoal } from "../read-goal.server";
import type { GoalFigures, ReportFigures } from "./report-figures";

const figuresOf = ({
  goal,
  headline,
  whole,
  targets,
  supporting,
  balancing,
  trend,
}: ReadGoal): GoalFigures => ({
  goal,
  headline,
  whole,
  targets,
  supporting,
  balancing,
  trend,
});

/** What the goals' pages show now, of every framework; null before anything was computed. */
export async function gatherFigures(
  ctx: Ctx,
): Promise<(ReportFigures & { runId: string; dataThrough: string }) | null> {
  const frameworks: ReportFigures["frameworks"] = [];
  let frame: Awaited<ReturnType<typeof listGoals>> | null = null;
  let sideBySide: ReadGoal["sideBySide"] = [];
  for (const { id } of goalFrameworks) {
    frame = await listGoals(ctx, { framework: id });
    const goals: GoalFigures[] = [];
    for (const { goal } of frame.goals) {
      const read = await readGoal(ctx, { framework: id, goal: goal.id });
      sideBySide = read.sideBySide;
      goals.push(figuresOf(read));
    }
    frameworks.push({ id, title: frame.framework.title, version: frame.framework.version, goals });
  }
  if (!frame?.runId || !frame.dataThrough || !frame.computedAt) return null;
  const { runId, dataThrough, computedAt, period, flow } = frame;
  return { runId, dataThrough, computedAt, period, flow, frameworks, sideBySide };
}
