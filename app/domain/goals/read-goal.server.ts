import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { listGoals, splitPeriods, type GoalNumbers, type ListedGoals } from "./list-goals.server";

export type NamedResult = { spec: MeasureSpec; result: MeasureResult | null };
export type ReadGoal = Omit<ListedGoals, "goals" | "flow"> &
  GoalNumbers & { sideBySide: NamedResult[]; supporting: NamedResult[]; balancing: NamedResult | null };

/** Report, investigation, confirmation and removal always stand together: more watching must not be read as more harm. */
const sideBySide = ["OUT-RPT-12", "OUT-INV-12", "OUT-SUB-12", "OUT-REM-12"];

/** One of the listed goals with the measures beside its own. */
export function lookAtGoal({ goals, flow: _flow, ...frame }: ListedGoals, id: string): ReadGoal | null {
  const { results } = frame;
  const found = goals.find(({ goal }) => goal.id === id);
  if (!found) return null;
  const named = (measure: string): NamedResult[] => {
    const spec = findMeasureSpec(measure);
    return spec ? [{ spec, result: splitPeriods(results, measure).whole }] : [];
  };
  return {
    ...frame,
    ...found,
    sideBySide: sideBySide.flatMap(named),
    supporting: found.goal.supporting.flatMap(named),
    balancing: found.goal.balancing === null ? null : (named(found.goal.balancing)[0] ?? null),
  };
}

/** One goal, looked at closely. NotFound for an unknown framework or goal. */
export async function readGoal(
  ctx: Ctx,
  { goal, ...input }: { framework: string; goal: string; version?: number | undefined },
): Promise<ReadGoal> {
  const read = lookAtGoal(await listGoals(ctx, input), goal);
  if (!read) throw new NotFound();
  return read;
}
