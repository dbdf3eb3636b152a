import { Prisma } from "~/db/generated/client";
import { lockIsFree } from "~/db/hold-lock.server";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { type ImportProgress, progressOf } from "./import-progress";
import type { ImportNote, ImportReport } from "./import-table";

export interface ListedRun {
  id: string;
  source: string;
  startedAt: Date;
  state: string;
  failure: string | null;
  progress: ImportProgress | null;
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
}

/**
 * The last fifty imports of directories with what they took, newest first, and how many conflicts wait. "aborted": its process
 * died in the middle, so that nothing was taken. Throws Forbidden.
 */
export async function listImportRuns(ctx: Ctx): Promise<{ runs: ListedRun[]; conflicts: number }> {
  whereFor(ctx, "import", "Service");
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.$queryRaw<(ListedRun & { progress: unknown })[]>`
    select id, source, started_at as "startedAt", progress, failure,
      case when state = 'running' and ${lockIsFree(Prisma.sql`import_run.id::text`)} then 'aborted' else state end as state,
      coalesce((select sum(value::int) from jsonb_each_text(report -> 'imported')), 0)::int as imported,
      coalesce((select sum(value::int) from jsonb_each_text(report -> 'updated')), 0)::int as updated,
      coalesce((select sum(value::int) from jsonb_each_text(report -> 'unchanged')), 0)::int as unchanged,
      coalesce(jsonb_array_length(report -> 'rejected'), 0)::int as rejected,
      coalesce(jsonb_array_length(report -> 'warnings'), 0)::int as warnings
    from import_run where jurisdiction_id = ${jurisdictionId}::uuid and kind = 'hsds' order by started_at desc limit 50`;
  const conflicts = await ctx.tx.importConflict.count({ where: { jurisdictionId, decidedAt: null } });
  return { runs: rows.map((row) => ({ ...row, progress: progressOf(row.progress) })), conflicts };
}

/** Every row that one import did not take or wants looked at. Throws Forbidden, NotFound. */
export async function readImportReport(
  ctx: Ctx,
  input: { id: string },
): Promise<{ source: string; startedAt: Date; rejected: ImportNote[]; warnings: ImportNote[] }> {
  whereFor(ctx, "import", "Service");
  const run = isId(input.id)
    ? await ctx.tx.importRun.findFirst({
        where: { id: input.id, jurisdictionId: ctx.actor.jurisdictionId, kind: "hsds" },
      })
    : null;
  if (!run) throw new NotFound();
  const report = run.report as unknown as ImportReport | null;
  return {
    source: run.source,
    startedAt: run.startedAt,
    rejected: report?.rejected ?? [],
    warnings: report?.warnings ?? [],
  };
}
