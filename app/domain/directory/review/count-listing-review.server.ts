import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { type ReviewQueue, reviewQueues } from "./review-queues";
import { urgentWhere } from "./urgent-where.server";
import { queueCondition } from "./review-where.server";

export type ReviewCounts = Record<ReviewQueue | "urgent" | "conflicts", number>;

/** How much waits in each queue of the agency's listing review. Throws Forbidden. */
export async function countListingReview(ctx: Ctx): Promise<ReviewCounts> {
  whereFor(ctx, "review", "Service");
  const { jurisdictionId } = ctx.actor;
  const counts: Partial<ReviewCounts> = {};
  for (const queue of reviewQueues) {
    const [row] = await ctx.tx.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from service s join organization o on o.id = s.organization_id
      where s.jurisdiction_id = ${jurisdictionId}::uuid and ${queueCondition(ctx, queue)}`;
    counts[queue] = row?.total ?? 0;
  }
  const urgent = await ctx.tx.fieldChange.count({ where: await urgentWhere(ctx) });
  const conflicts = await ctx.tx.importConflict.count({ where: { jurisdictionId, decidedAt: null } });
  return { ...(counts as Record<ReviewQueue, number>), urgent, conflicts };
}
