import type { Ctx } from "~/domain/kernel/context";
import { daysBetween } from "../kernel/calendar";
import { listMeasureResults } from "~/domain/measures/index.server";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Flow } from "~/domain/measures/suppress-flow";
import type { Goal, GoalFramework } from "./goal-framework";
import { goalsOf } from "./goal-frameworks";
import { listTargets, type TargetRow } from "./list-targets.server";
import { ownResults } from "./measures-of-goals";
import { pickHeadline, type Headline } from "./pick-headline";
import { readFramework, versionOfPeriod } from "./read-framework.server";
import { isShare } from "./shown-share";

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
  /** The version shown, the one in force, and the one that the page's period keeps. */
  version: number;
  newest: number;
  periodVersion: number;
  retired: boolean;
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
  const own = ownResults(results, measure);
  const whole = own.reduce<MeasureResult | null>(
    (longest, r) => (longest === null || days(r) > days(longest) ? r : longest),
    null,
  );
  return {
    whole,
    trend: own.filter((r) => r !== whole).sort((a, b) => (a.period[0] < b.period[0] ? -1 : 1)),
  };
}

/**
 * The goals of a followed framework with their numbers, small ones hidden; `version` looks back at an earlier one. Never a goal
 * score. NotFound for a framework that is not followed.
 */
export async function listGoals(
  ctx: Ctx,
  input: { framework: string; version?: number | undefined },
): Promise<ListedGoals> {
  const { body: framework, ...followed } = await readFramework(ctx, input);
  const run = await listMeasureResults(ctx);
  const flow = run?.flows[0] ?? null;
  const results = inOneYear(run?.results ?? [], flow?.period ?? null);
  const dataThrough = run?.dataThrough ?? null;
  const known = { results: run?.results ?? [], known: dataThrough };
  const targets = await listTargets(ctx, { framework: framework.id, ...known });
  const goals = goalsOf(framework).map((goal): GoalNumbers => {
    const headline = pickHeadline(goal, results);
    return {
      goal,
      headline,
      ...splitPeriods(results, headline.spec.id),
      ...(isShare(headline.spec) ? {} : { trend: [] }),
      targets: targets.filter((target) => target.goal === goal.id),
    };
  });
  const { version, newest, retired, versions } = followed;
  return {
    framework,
    ...{ version, newest, retired, dataThrough },
    periodVersion: flow ? versionOfPeriod(versions, flow.period[1]) : newest,
    runId: run?.runId ?? null,
    computedAt: run?.computedAt ?? null,
    linksTakenBack: run?.linksTakenBack ?? 0,
    period: flow?.period ?? null,
    goals,
    results,
    flow,
  };
}
