import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { whereFor } from "~/domain/kernel/index.server";
import { asColumn, dateOf, type IsoDate } from "../kernel/calendar";
import { planItems, type PlannedItem } from "./plan-items";

export type StartedRun = { runId: string; dataThrough: IsoDate; items: PlannedItem[] };

/** Begins a run of every tracked measure for the jurisdiction: which items, over which periods, up to which day. */
export async function startMeasureRun(ctx: Ctx): Promise<StartedRun> {
  whereFor(ctx, "compute", "MeasureMember");
  const { jurisdictionId } = ctx.actor;
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  const extract = await ctx.tx.importRun.findFirst({
    where: {
      AND: [
        whereFor(ctx, "read", "ImportRun"),
        { kind: "records", dataThrough: { not: null }, finishedAt: { not: null } },
      ],
    },
    // The latest day of any extract that stands, whichever came last.
    orderBy: [{ dataThrough: "desc" }, { startedAt: "desc" }],
  });
  const records = extract?.dataThrough ? dateOf(extract.dataThrough) : null;
  const today = ctx.clock.today(timeZone);
  const items = planItems(records, today);
  const startedAt = ctx.clock.now();
  const parameters = { records, today, extract: extract?.id ?? null };
  const dataThrough = records ?? today;
  const run = await ctx.tx.measureRun.create({
    data: { id: newId(startedAt), jurisdictionId, parameters, dataThrough: asColumn(dataThrough), startedAt },
  });
  return { runId: run.id, dataThrough, items };
}
