import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { sealedOrganization } from "../organizations/index.server";

/**
 * Keeps, out of everybody's sight, which report a referral grew out of: the opaque agency key of the call it was sent
 * from. Nothing of one to a sealed organization. Answers how many were new. So the originating report is never counted as the referral's own outcome.
 */
export async function recordReportOrigins(ctx: Ctx): Promise<number> {
  const reach = whereFor(ctx, "import", "ServiceReferral");
  const grown = await ctx.tx.serviceReferral.findMany({
    where: {
      AND: [
        reach,
        { call: { intakeKey: { not: null } }, NOT: { receivingOrganization: sealedOrganization } },
      ],
    },
    select: { id: true, call: { select: { intakeKey: true } } },
  });
  if (grown.length === 0) return 0;
  const json = JSON.stringify(
    grown.map((referral) => ({ referral_id: referral.id, report_id: referral.call?.intakeKey })),
  );
  const rows = await ctx.tx.$queryRaw<{ n: number }[]>`
    select protected.record_report_origins(${json}::jsonb) as n`;
  return rows[0]?.n ?? 0;
}
