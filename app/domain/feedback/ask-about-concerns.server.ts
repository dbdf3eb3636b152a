import type { Ctx } from "../kernel/context";
import { askBecauseOfConcern } from "../directory/index.server";

/** So many open reports on one field ask the provider the same day (design.md 5.4). */
const enough = 2;

/** Asks providers about fields that two people say are wrong and nobody asked about yet; of one listing, or of all. Answers how many were asked. */
export async function askAboutConcerns(ctx: Ctx, input: { serviceId?: string } = {}): Promise<number> {
  const where = {
    jurisdictionId: ctx.actor.jurisdictionId,
    resolvedAt: null,
    ...(input.serviceId ? { serviceId: input.serviceId } : {}),
  };
  const fields = await ctx.tx.listingConcern.groupBy({
    by: ["serviceId", "field"],
    where,
    _count: { _all: true, askedAt: true },
    having: { serviceId: { _count: { gte: enough } } },
    orderBy: { serviceId: "asc" },
  });
  let asked = 0;
  for (const { serviceId, field, _count } of fields) {
    if (_count.askedAt > 0 || !(await askBecauseOfConcern(ctx, { serviceId, field }))) continue;
    asked += 1;
    await ctx.tx.listingConcern.updateMany({
      where: { ...where, serviceId, field },
      data: { askedAt: ctx.clock.now() },
    });
  }
  return asked;
}
