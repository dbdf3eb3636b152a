import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { whereFor } from "~/domain/kernel/index.server";
import { daysBetween } from "../kernel/calendar";
import { listMeasureResults } from "~/domain/measures/index.server";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Flow } from "~/domain/measures/suppress-flow";
import type { Goal, GoalFramework } from "./goal-framework";
import { findFramework, goalsOf } from "./goal-frameworks";
import { pickHeadline, type Headline } from "./pick-headline";

export type TargetRow = {
  measure: string;
  kind: string;
  value: number;
  baselineValue: number | null;
  baselinePeriod: string | null;
  byPeriod: string | null;
  source: string;
};
/** A goal with its headline's whole, then its periods in time; both empty when nothing is tracked or nothing was computed. */
export type GoalNumbers = {
  goal: Goal;
  headline: Headline;
  whole: MeasureResult | null;
  trend: MeasureResult[];
  targets: TargetRow[];
};
export type ListedGoals = {
  framework: GoalFramework;
  /** The run that the numbers are of; null before the first. */
  runId: string | null;
  dataThrough: string | null;
  computedAt: string | null;
  /** Links that were taken back after these numbers were computed with them. */
  linksTakenBack: number;
  /** The year that the page speaks of; null before the first run. */
  period: [string, string] | null;
  goals: GoalNumbers[];
  /** Of one year, that of the flow, with its half years. */
  results: MeasureResult[];
  flow: Flow | null;
};

const days = (r: MeasureResult): number => daysBetween(...r.period);
const YEAR_AT_LEAST = 360;

/** Results of the page's year and all shorter ones; of a measure without that year, its own. */
function inOneYear(results: readonly MeasureResult[], year: [string, string] | null): MeasureResult[] {
  const isOfYear = ({ period }: MeasureResult): boolean => period.join() === year?.join();
  const has = new Set(results.filter(isOfYear).map(({ measure }) => measure));
  return results.filter((r) => days(r) < YEAR_AT_LEAST || isOfYear(r) || !has.has(r.measure));
}

/** The longest period of a measure is its headline number; the shorter ones are its trend. */
export function splitPeriods(
  results: MeasureResult[],
  measure: string,
): { whole: MeasureResult | null; trend: MeasureResult[] } {
  const own = results.filter(
    (r) => r.measure === measure && r.stratum === null && (r.part === null || r.part === "families"),
  );
  const whole = own.reduce<MeasureResult | null>(
    (longest, r) => (longest === null || days(r) > days(longest) ? r : longest),
    null,
  );
  return {
    whole,
    trend: own.filter((r) => r !== whole).sort((a, b) => (a.period[0] < b.period[0] ? -1 : 1)),
  };
}

/** The goals of a framework with their numbers, small ones hidden. Never a goal score. NotFound for an unknown framework. */
export async function listGoals(ctx: Ctx, input: { framework: string }): Promise<ListedGoals> {
  const reach = whereFor(ctx, "read", "GoalTarget");
  const framework = findFramework(input.framework);
  if (!framework) throw new NotFound();
  const run = await listMeasureResults(ctx);
  const flow = run?.flows[0] ?? null;
  const results = inOneYear(run?.results ?? [], flow?.period ?? null);
  const targets = await ctx.tx.goalTarget.findMany({
    where: { AND: [reach, { framework: framework.id }] },
    orderBy: { id: "asc" },
  });
  const goals = goalsOf(framework).map((goal): GoalNumbers => {
    const headline = pickHeadline(goal);
    return {
      goal,
      headline,
      ...splitPeriods(results, headline.spec.id),
      targets: targets.filter((target) => target.goal === goal.id),
    };
  });
  return {
    framework,
    runId: run?.runId ?? null,
    dataThrough: run?.dataThrough ?? null,
    computedAt: run?.computedAt ?? null,
    linksTakenBack: run?.linksTakenBack ?? 0,
    period: flow?.period ?? null,
    goals,
    results,
    flow,
  };
}
