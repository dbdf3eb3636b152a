import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { dateOf, type IsoDate } from "../kernel/calendar";
import {
  type JudgedTarget,
  type Judgement,
  judgeTarget,
  type TargetKind,
  type TargetWay,
} from "./judge-target";
import { ownResults } from "./measures-of-goals";

/** A target of a goal, and how it stands; `endedAt` set for one that was changed or ended, which is judged no more. */
export type TargetRow = JudgedTarget & {
  id: string;
  goal: string;
  source: string;
  baselineDenominator: number | null;
  createdAt: Date;
  endedAt: Date | null;
  judgement: Judgement | null;
};

type Row = Prisma.GoalTargetGetPayload<object>;
const day = (column: Date | null): IsoDate | null => column && dateOf(column);

function toTarget(row: Row, results: readonly MeasureResult[], known: IsoDate | null): TargetRow {
  const { id, goal, source, measure, definitionVersion, unit, value, createdAt, endedAt } = row;
  const target = {
    ...{ id, goal, source, measure, definitionVersion, unit, value, createdAt, endedAt },
    ...{ kind: row.kind as TargetKind, way: row.way as TargetWay, byDay: dateOf(row.byDay) },
    ...{ baselineFrom: day(row.baselineFrom), baselineTo: day(row.baselineTo) },
    ...{ baselineValue: row.baselineValue, baselineNumerator: row.baselineNumerator },
    baselineDenominator: row.baselineDenominator,
  };
  const spec = findMeasureSpec(measure);
  const judgement = spec && !endedAt ? judgeTarget(target, spec, ownResults(results, measure), known) : null;
  return { ...target, judgement };
}

/** Targets of a framework, open ones first, each judged by the results as they are shown; never a raw count. */
export async function listTargets(
  ctx: Ctx,
  {
    framework,
    results,
    known,
  }: { framework: string; results: readonly MeasureResult[]; known: IsoDate | null },
): Promise<TargetRow[]> {
  const rows = await ctx.tx.goalTarget.findMany({
    where: { AND: [whereFor(ctx, "read", "GoalTarget"), { framework }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const targets = rows.map((row) => toTarget(row, results, known));
  return [...targets.filter(({ endedAt }) => !endedAt), ...targets.filter(({ endedAt }) => endedAt)];
}
