import type { Ctx } from "~/domain/kernel/context";
import type { ReportRecord } from "./agency-record";
import { asProtected } from "./as-protected.server";

/** Writes reporter and narrative of a batch into the protected schema; a report of several children has one secret. */
export async function writeReportSecrets(ctx: Ctx, rows: ReportRecord[]): Promise<void> {
  const secrets = new Map<string, { report_id: string; reporter: string | null; narrative: string | null }>();
  for (const { reportId, reporter, narrative } of rows) {
    if (reporter !== null || narrative !== null)
      secrets.set(reportId, { report_id: reportId, reporter, narrative });
  }
  if (secrets.size === 0) return;
  const json = JSON.stringify([...secrets.values()]);
  await asProtected(
    ctx,
    () => ctx.tx.$executeRaw`
      insert into protected.report_secret (jurisdiction_id, report_id, reporter, narrative)
      select ${ctx.actor.jurisdictionId}::uuid, report_id, reporter, narrative
      from jsonb_to_recordset(${json}::jsonb) as r(report_id text, reporter text, narrative text)
      on conflict (jurisdiction_id, report_id) do update set reporter = excluded.reporter, narrative = excluded.narrative
      where (report_secret.reporter, report_secret.narrative) is distinct from (excluded.reporter, excluded.narrative)`,
  );
}
