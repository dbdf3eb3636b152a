import type { Ctx } from "~/domain/kernel/context";
import { listFollowed } from "../find-adopted.server";
import { type ListedGoals, listGoals } from "../list-goals.server";
import { lookAtGoal, type ReadGoal } from "../read-goal.server";
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

const lookAtAll = (listed: ListedGoals): ReadGoal[] =>
  listed.goals.flatMap(({ goal }) => lookAtGoal(listed, goal.id) ?? []);

/** What the goals' pages show now, of every framework that is followed; null before anything was computed, and where none is followed. */
export async function gatherFigures(
  ctx: Ctx,
): Promise<(ReportFigures & { runId: string; dataThrough: string }) | null> {
  const frameworks: ReportFigures["frameworks"] = [];
  let frame: ListedGoals | null = null;
  let sideBySide: ReadGoal["sideBySide"] = [];
  for (const { body } of await listFollowed(ctx)) {
    frame = await listGoals(ctx, { framework: body.id });
    const goals = lookAtAll(frame);
    sideBySide = goals[0]?.sideBySide ?? sideBySide;
    const { title, version } = frame.framework;
    frameworks.push({ id: body.id, title, version, goals: goals.map(figuresOf) });
  }
  if (!frame?.runId || !frame.dataThrough || !frame.computedAt) return null;
  const { runId, dataThrough, computedAt, period, flow } = frame;
  return { runId, dataThrough, computedAt, period, flow, frameworks, sideBySide };
}
