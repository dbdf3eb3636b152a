import type { Ctx } from "../../kernel/context";
import type { HeldListing } from "./safety-hold";

/** Imported listings of an organization as those of a twin of `name`: later imports of either find them held. */
export async function twinListings(ctx: Ctx, organizationId: string, name: string): Promise<HeldListing[]> {
  const { jurisdictionId } = ctx.actor;
  const listings = await ctx.tx.service.findMany({
    where: { jurisdictionId, organizationId, source: { not: "portal" }, mergedIntoId: null },
    select: { id: true, name: true },
  });
  return listings.map((one) => ({
    serviceId: one.id,
    name: one.name,
    reasons: [{ rule: "twin", words: name }],
  }));
}
