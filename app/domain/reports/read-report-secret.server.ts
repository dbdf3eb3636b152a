import { staffUserId } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { asProtected } from "./as-protected.server";
import { readReportSecretSchema, type ReadReportSecretInput } from "./read-report-secret.schema";

export type ReportSecret = { reporter: string | null; narrative: string | null };

/**
 * Who reported and what they said, for an intake supervisor who says why (domain.md 5, CAPTA). Every read is logged before
 * it answers, in protected.read_log and in the audit; a report without a secret answers NotFound and is logged as well.
 */
export async function readReportSecret(ctx: Ctx, input: ReadReportSecretInput): Promise<ReportSecret> {
  const reach = whereFor(ctx, "read_secret", "MaltreatmentReport");
  const { reportId, reason } = parseInput(readReportSecretSchema, input);
  const known = await ctx.tx.maltreatmentReport.count({ where: { AND: [reach, { reportId }] } });
  if (known === 0) throw new NotFound();
  const { jurisdictionId } = ctx.actor;
  const found = await asProtected(
    ctx,
    () => ctx.tx.$queryRaw<ReportSecret[]>`
      with logged as (
        insert into protected.read_log (at, jurisdiction_id, actor_id, what, row_key, reason)
        values (${ctx.clock.now()}, ${jurisdictionId}::uuid, ${staffUserId(ctx.actor)}, 'report_secret', ${reportId}, ${reason}) returning 1)
      select reporter, narrative from protected.report_secret, logged
      where jurisdiction_id = ${jurisdictionId}::uuid and report_id = ${reportId}`,
  );
  await recordAudit(ctx, {
    event: "report_secret.read",
    entity: "MaltreatmentReport",
    entityId: null,
    reason,
  });
  return found[0] ?? { reporter: null, narrative: null };
}
