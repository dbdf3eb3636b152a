import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { listBlockedMeasures } from "~/domain/reports/index.server";
import { blockedResult, finishResults, type CountedRow } from "./finish-result";
import { findMeasureSpec } from "./measure-registry";
import type { MeasureResult } from "./measure-result";
import { FLOW, type PlannedItem } from "./plan-items";

/** The engine's answer to one planned item (app/analysis/count-job.ts, by structure). */
export type CountedItem = {
  measure: string;
  period: [string, string];
  blockedBy: string[];
  rows: CountedRow[];
  members: {
    part: string | null;
    id: string;
    inDenominator: boolean;
    inNumerator: boolean;
    reason: string;
  }[];
};

export type FinishedRun = { runId: string; items: PlannedItem[]; counted: CountedItem[] };

const BATCH = 2000;

/** A step of the flow: families that came so far, and in `missing` those still on their way to it. */
function flowResult(
  frame: { period: [string, string]; dataThrough: string },
  row: CountedRow,
): MeasureResult {
  const base = blockedResult({ id: FLOW, version: "2026.1", scale: 100 }, frame, []);
  return {
    ...base,
    part: row.part,
    maturity: { state: "mature", complete: 1 },
    denominator: row.chain.counted,
    numerator: row.numerator,
    missing: row.missing,
  };
}

function toResults(
  item: PlannedItem,
  counted: CountedItem,
  blocked: ReadonlyMap<string, string[]>,
): MeasureResult[] {
  const frame = { period: item.period, dataThrough: item.dataThrough };
  if (item.measure === FLOW) return counted.rows.map((row) => flowResult(frame, row));
  const spec = findMeasureSpec(item.measure);
  if (!spec) return [];
  const blockedBy = [...counted.blockedBy, ...(blocked.get(item.measure) ?? [])];
  if (blockedBy.length > 0) return [blockedResult(spec, frame, blockedBy)];
  return finishResults(spec, frame, counted.rows);
}

function toRow(ctx: Ctx, runId: string, result: MeasureResult): Prisma.MeasureResultCreateManyInput {
  return {
    id: newId(ctx.clock.now()),
    runId,
    jurisdictionId: ctx.actor.jurisdictionId,
    measure: result.measure,
    part: result.part,
    ...(result.stratum ? { stratum: result.stratum } : {}),
    periodFrom: new Date(result.period[0]),
    periodTo: new Date(result.period[1]),
    denominator: result.denominator,
    numerator: result.numerator,
    result: { ...result, members: [] },
  };
}

/** Keeps what the engine counted, whole and unsuppressed, but for what the records would give a wrong number, and closes the run. Results of earlier runs stay as they were. */
export async function finishMeasureRun(ctx: Ctx, { runId, items, counted }: FinishedRun): Promise<void> {
  const reach = whereFor(ctx, "compute", "MeasureMember");
  const { jurisdictionId } = ctx.actor;
  const blocked = await listBlockedMeasures(ctx);
  const results = items.flatMap((item, i) => (counted[i] ? toResults(item, counted[i], blocked) : []));
  await ctx.tx.measureResult.createMany({ data: results.map((result) => toRow(ctx, runId, result)) });
  // Members explain the newest numbers alone: who was counted in older runs is not kept.
  await ctx.tx.measureMember.deleteMany({ where: reach });
  // Parts have the same members: those of the first say who was counted.
  const members = counted.flatMap(({ measure, members: all }) =>
    (blocked.has(measure) ? [] : all.filter(({ part }) => part === all[0]?.part)).map(
      ({ id, part: _part, ...rest }) => ({
        id: newId(ctx.clock.now()),
        runId,
        jurisdictionId,
        measure,
        unitId: id,
        ...rest,
      }),
    ),
  );
  for (let i = 0; i < members.length; i += BATCH)
    await ctx.tx.measureMember.createMany({ data: members.slice(i, i + BATCH) });
  await ctx.tx.measureRun.updateMany({
    where: { id: runId, jurisdictionId, status: "running" },
    data: { status: "done", finishedAt: ctx.clock.now() },
  });
  await recordAudit(ctx, { event: "measures.computed", entity: "MeasureRun", entityId: runId });
}
