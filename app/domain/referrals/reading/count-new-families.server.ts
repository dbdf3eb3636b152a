import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";

/** How many families came to the actor since an instant: referred by staff or on their own wish, each family once. Throws Forbidden. */
export async function countNewFamilies(ctx: Ctx, input: { since: Date }): Promise<number> {
  const found = await ctx.tx.serviceReferral.findMany({
    where: {
      AND: [
        whereFor(ctx, "open", "ServiceReferral"),
        { sentAt: { gt: input.since }, status: { not: "entered_in_error" } },
      ],
    },
    select: { householdId: true },
    distinct: ["householdId"],
    take: 1_000,
  });
  return found.length;
}
