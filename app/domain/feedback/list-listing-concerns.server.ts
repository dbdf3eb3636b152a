import type { Ctx } from "../kernel/context";
import { getListing } from "../directory/index.server";

export interface ListingConcernShown {
  id: string;
  field: string;
  words: string;
  at: Date;
}

/** What people say is wrong on one listing the actor keeps, and nobody has settled; at most 20, newest first. Throws NotFound. */
export async function listListingConcerns(ctx: Ctx, input: { id: string }): Promise<ListingConcernShown[]> {
  const { row } = await getListing(ctx, { id: input.id });
  return ctx.tx.listingConcern.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, serviceId: row.id, resolvedAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 20,
    select: { id: true, field: true, words: true, at: true },
  });
}
