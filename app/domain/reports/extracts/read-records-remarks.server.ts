import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";

/** What is said of one row, or of a file as a whole where the line is 0; never what a cell holds. */
export type KeptRemark = { file: string; line: number; column: string | null; reason: string; code: string };
export type RecordsRemarks = { startedAt: Date; rejected: KeptRemark[]; warnings: KeptRemark[] };

/** Every row that one import did not take or wants looked at. Throws Forbidden, NotFound. */
export async function readRecordsRemarks(ctx: Ctx, input: { id: string }): Promise<RecordsRemarks> {
  whereFor(ctx, "read", "AgencyExtract");
  const where = { id: input.id, jurisdictionId: ctx.actor.jurisdictionId, kind: "records" };
  const run = isId(input.id)
    ? await ctx.tx.importRun.findFirst({ where, select: { startedAt: true, report: true } })
    : null;
  if (!run) throw new NotFound();
  const kept = run.report as unknown as Partial<RecordsRemarks> | null;
  return { startedAt: run.startedAt, rejected: kept?.rejected ?? [], warnings: kept?.warnings ?? [] };
}
