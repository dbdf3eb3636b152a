import type { Ctx } from "../../kernel/context";
import { readSettings } from "../../organizations/index.server";
import { stagedName } from "../stage-records-sql";
import type { Staged } from "../stage-batches.server";
import { findJumps, formOf, type ExtractFigures, type IdsMet, type Jump } from "./extract-jumps";

export type Compared = { before: ExtractFigures | null; ids: IdsMet | null };

/** How many of the last extract's children the waiting one gives again. */
async function countMet(ctx: Ctx, runId: string): Promise<IdsMet> {
  const rows = await ctx.tx.$queryRawUnsafe<IdsMet[]>(
    `select count(*)::int as before,
       count(*) filter (where exists (select from ${stagedName("children")} s where s.child_id = k.row ->> 'child_id'))::int as met
     from agency_extract_row k where k.import_run_id = $1::uuid and k.file = 'children'`,
    runId,
  );
  return rows[0] ?? { before: 0, met: 0 };
}

/** The last extract of the same form that stands, and how many of its children come again: asked before the rows are taken in. */
export async function readLastExtract(ctx: Ctx, format: string, staged: Staged): Promise<Compared> {
  const { jurisdictionId } = ctx.actor;
  const withdrawn = await ctx.tx.agencyExtractEvent.findMany({
    where: { jurisdictionId, kind: "withdrawn" },
    select: { importRunId: true },
  });
  const last = await ctx.tx.agencyExtract.findFirst({
    where: {
      ...{ jurisdictionId, format: { startsWith: formOf(format) } },
      importRunId: { notIn: withdrawn.map(({ importRunId }) => importRunId) },
    },
    orderBy: { number: "desc" },
  });
  if (!last) return { before: null, ids: null };
  const { counts, completeness } = last as unknown as ExtractFigures;
  const ids = staged.given.has("children") ? await countMet(ctx, last.importRunId) : null;
  return { before: { format: last.format, counts, completeness }, ids };
}

/** Where the extract differs from the last one by more than the jurisdiction's limits. */
export async function judgeJumps(ctx: Ctx, { before, ids }: Compared, now: ExtractFigures): Promise<Jump[]> {
  const { settings } = await readSettings(ctx);
  return findJumps(before, now, ids, settings.records.jumps);
}
