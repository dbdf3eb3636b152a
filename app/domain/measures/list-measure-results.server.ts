import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf } from "../kernel/calendar";
import type { MeasureResult } from "./measure-result";
import { suppressFlow, type Flow } from "./suppress-flow";
import { suppressResults } from "./suppress-results";
import { FLOW } from "./plan-items";

/** Results of the last finished run, small numbers hidden over the whole table at once. Null before the first run. */
export type ShownRun = {
  runId: string;
  dataThrough: string;
  computedAt: string;
  results: MeasureResult[];
  flow: Flow | null;
};

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
    orderBy: [
      { measure: "asc" },
      { part: "desc" },
      { periodFrom: "asc" },
      { periodTo: "desc" },
      { id: "asc" },
    ],
    select: { result: true },
  });
  const raw = rows.map((row) => row.result as unknown as MeasureResult);
  return {
    runId: run.id,
    dataThrough: dateOf(run.dataThrough),
    computedAt: (run.finishedAt ?? run.startedAt).toISOString(),
    results: suppressResults(raw.filter((result) => result.measure !== FLOW)),
    flow: suppressFlow(raw.filter((result) => result.measure === FLOW)),
  };
}
