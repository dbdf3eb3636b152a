import type { Ctx } from "~/domain/kernel/context";
import { actorStamp } from "~/domain/kernel/actor";
import { whereFor } from "~/domain/kernel/index.server";
import { asProtected } from "./as-protected.server";

/** Originating reports by referral id, for computing measures. One entry in the read log for the whole reading. */
export async function listReportOrigins(ctx: Ctx, reason: string): Promise<Map<string, string>> {
  whereFor(ctx, "compute", "MaltreatmentReport");
  const { jurisdictionId } = ctx.actor;
  const rows = await asProtected(
    ctx,
    () => ctx.tx.$queryRaw<{ referral_id: string; report_id: string }[]>`
      with logged as (
        insert into protected.read_log (at, jurisdiction_id, actor_id, what, row_key, reason)
        values (${ctx.clock.now()}, ${jurisdictionId}::uuid, ${actorStamp(ctx.actor).actorId}, 'report_origin', '*', ${reason}) returning 1)
      select referral_id, report_id from protected.report_origin, logged where jurisdiction_id = ${jurisdictionId}::uuid`,
  );
  return new Map(rows.map((row) => [row.referral_id, row.report_id]));
}
