import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { asProtected } from "./as-protected.server";

/**
 * Keeps, out of everybody's sight, which report a referral grew out of: the opaque agency key of the call it was sent
 * from. Answers how many were new. So the originating report is never counted as the referral's own outcome.
 */
export async function recordReportOrigins(ctx: Ctx): Promise<number> {
  const reach = whereFor(ctx, "import", "ServiceReferral");
  const grown = await ctx.tx.serviceReferral.findMany({
    where: { AND: [reach, { call: { intakeKey: { not: null } } }] },
    select: { id: true, call: { select: { intakeKey: true } } },
  });
  if (grown.length === 0) return 0;
  const json = JSON.stringify(
    grown.map((referral) => ({ referral_id: referral.id, report_id: referral.call?.intakeKey })),
  );
  return asProtected(
    ctx,
    () => ctx.tx.$executeRaw`
      insert into protected.report_origin (jurisdiction_id, referral_id, report_id)
      select ${ctx.actor.jurisdictionId}::uuid, referral_id, report_id
      from jsonb_to_recordset(${json}::jsonb) as r(referral_id uuid, report_id text) on conflict do nothing`,
  );
}
