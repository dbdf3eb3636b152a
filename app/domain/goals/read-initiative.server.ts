import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { whereFor } from "~/domain/kernel/index.server";
import { listMeasureResults } from "~/domain/measures/index.server";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { beforeAndAfter, type BeforeAfter } from "./before-and-after";
import { type InitiativeRow, toInitiative } from "./list-initiatives.server";
import { splitPeriods } from "./list-goals.server";

/** One measure that an initiative hopes to move: its periods in time, and before and after. */
export type MovedMeasure = { spec: MeasureSpec; trend: MeasureResult[]; told: BeforeAfter };
export type ReadInitiative = {
  initiative: InitiativeRow;
  dataThrough: string | null;
  measures: MovedMeasure[];
};

/** An initiative with the series of each measure it hopes to move, small numbers hidden. NotFound, a removed one too. */
export async function readInitiative(ctx: Ctx, input: { id: string }): Promise<ReadInitiative> {
  const row = await ctx.tx.initiative.findFirst({
    where: { AND: [whereFor(ctx, "read", "Initiative"), { id: readId(input.id) }] },
  });
  if (!row) throw new NotFound();
  const initiative = toInitiative(row);
  const run = await listMeasureResults(ctx);
  const measures = initiative.measures.flatMap((id): MovedMeasure[] => {
    const spec = findMeasureSpec(id);
    const { trend } = splitPeriods(run?.results ?? [], id);
    return spec ? [{ spec, trend, told: beforeAndAfter(trend, initiative.startsOn) }] : [];
  });
  return { initiative, dataThrough: run?.dataThrough ?? null, measures };
}
