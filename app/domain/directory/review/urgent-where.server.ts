import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { earlier } from "../../kernel/durations";
import { urgentDays, urgentFields } from "./review-queues";

/** Urgent changes of providers in the last days at which nobody of the agency has looked yet. */
export async function urgentWhere(ctx: Ctx): Promise<Prisma.FieldChangeWhereInput> {
  const { jurisdictionId } = ctx.actor;
  const since = earlier(ctx.clock.now(), { days: urgentDays });
  // A look is never older than its change.
  const looked = await ctx.tx.changeLook.findMany({
    where: { jurisdictionId, at: { gte: since } },
    select: { changeId: true },
  });
  return {
    jurisdictionId,
    changedBy: "provider",
    field: { in: [...urgentFields] },
    at: { gte: since },
    id: { notIn: looked.map((one) => one.changeId) },
  };
}
