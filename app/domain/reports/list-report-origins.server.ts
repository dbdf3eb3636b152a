import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

/** Originating reports by referral id, for computing measures. One entry in the read log for the whole reading. */
export async function listReportOrigins(ctx: Ctx, reason: string): Promise<Map<string, string>> {
  whereFor(ctx, "compute", "MaltreatmentReport");
  const rows = await ctx.tx.$queryRaw<{ referral_id: string; report_id: string }[]>`
    select referral_id, report_id from protected.list_report_origins(${reason})`;
  return new Map(rows.map((row) => [row.referral_id, row.report_id]));
}
