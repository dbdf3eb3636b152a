import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf, daysBetween } from "../kernel/calendar";
import type { MeasureResult } from "./measure-result";
import { suppressFlow, type Flow } from "./suppress-flow";
import { suppressResults } from "./suppress-results";
import { FLOW } from "./plan-items";

/** Results of the last finished run, small numbers hidden over the whole table at once. Null before the first run. */
export type ShownRun = {
  runId: string;
  dataThrough: string;
  computedAt: string;
  /** Links that were taken back after these numbers were computed with them. */
  linksTakenBack: number;
  results: MeasureResult[];
  /** One a year, oldest first. */
  flows: Flow[];
};

const periodOf = (result: MeasureResult): string => result.period.join();

/** By measure, part, period and group, the missing last: two runs of the same data give one order. */
function inOrder(a: MeasureResult, b: MeasureResult): number {
  const key = ({ measure, part, period, stratum }: MeasureResult): string[] => {
    const [group = "", value = ""] = Object.entries(stratum ?? {})[0] ?? [];
    // The whole before its parts in time, and before its groups.
    return [
      measure,
      part ?? "",
      period[0],
      String(9999999 - daysBetween(...period)),
      group,
      value === "missing" ? "1" : "0",
      value,
    ];
  };
  const [one, two] = [key(a), key(b)];
  const at = one.findIndex((word, i) => word !== two[i]);
  return at < 0 ? 0 : (one[at] ?? "") < (two[at] ?? "") ? -1 : 1;
}

function flowsOf(results: MeasureResult[]): Flow[] {
  const periods = [...new Set(results.map(periodOf))].sort();
  return periods.flatMap((period) => suppressFlow(results.filter((one) => periodOf(one) === period)) ?? []);
}

/** What program managers and evaluators see: never a raw count. */
export async function listMeasureResults(ctx: Ctx): Promise<ShownRun | null> {
  const reach = whereFor(ctx, "read", "MeasureResult");
  const run = await ctx.tx.measureRun.findFirst({
    where: { AND: [whereFor(ctx, "read", "MeasureRun"), { status: "done" }] },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  if (!run) return null;
  const rows = await ctx.tx.measureResult.findMany({
    where: { AND: [reach, { runId: run.id }] },
    select: { result: true },
  });
  const raw = rows.map((row) => row.result as unknown as MeasureResult).sort(inOrder);
  return {
    runId: run.id,
    dataThrough: dateOf(run.dataThrough),
    linksTakenBack: await ctx.tx.linkMark.count({
      where: { jurisdictionId: run.jurisdictionId, kind: "measure_run", markedId: run.id },
    }),
    computedAt: (run.finishedAt ?? run.startedAt).toISOString(),
    results: suppressResults(raw.filter((result) => result.measure !== FLOW)),
    flows: flowsOf(raw.filter((result) => result.measure === FLOW)),
  };
}
