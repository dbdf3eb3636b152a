import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
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
  const found = await ctx.tx.$queryRaw<ReportSecret[]>`
    select reporter, narrative from protected.read_report_secret(${reportId}, ${reason})`;
  await recordAudit(ctx, {
    event: "report_secret.read",
    entity: "MaltreatmentReport",
    entityId: null,
    reason,
  });
  return found[0] ?? { reporter: null, narrative: null };
}
