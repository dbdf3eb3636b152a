import type { Ctx } from "~/domain/kernel/context";
import type { ReportRecord } from "./agency-record";

/**
 * Writes reporter and narrative of a batch into the protected schema, as what holds now and as what this extract said; a
 * report of several children has one secret.
 */
export async function writeReportSecrets(ctx: Ctx, rows: ReportRecord[], runId: string): Promise<void> {
  const secrets = new Map<string, { report_id: string; reporter: string | null; narrative: string | null }>();
  for (const { reportId, reporter = null, narrative = null } of rows) {
    if (reporter !== null || narrative !== null)
      secrets.set(reportId, { report_id: reportId, reporter, narrative });
  }
  if (secrets.size === 0) return;
  const json = JSON.stringify([...secrets.values()]);
  await ctx.tx.$executeRaw`select protected.write_report_secrets(${json}::jsonb)`;
  await ctx.tx.$executeRaw`select protected.keep_extract_secrets(${runId}::uuid, ${json}::jsonb)`;
}
