import type { Ctx } from "../../kernel/context";
import { findListing } from "../reading/find-listing.server";
import { endedTerms } from "./ended-terms.server";

export interface ListingTerm {
  id: string;
  name: string;
  ended: boolean;
  /** The name of what replaces it. */
  now: string | null;
}

/** The terms that a listing carries beside our needs, also those used no more; at most 100. Throws NotFound. */
export async function listListingTerms(ctx: Ctx, input: { id: string }): Promise<ListingTerm[]> {
  const row = await findListing(ctx, "list", input.id);
  const { jurisdictionId } = ctx.actor;
  const carried = await ctx.tx.attribute.findMany({
    where: {
      jurisdictionId,
      linkEntity: "service",
      linkId: row.id,
      taxonomyTerm: { taxonomy: { source: { not: "upstream" } } },
    },
    select: { taxonomyTerm: { select: { id: true, name: true } } },
    orderBy: { id: "asc" },
    take: 100,
  });
  const ended = await endedTerms(ctx);
  const terms = carried.flatMap((one) => one.taxonomyTerm ?? []);
  const replacements = await ctx.tx.taxonomyTerm.findMany({
    where: { id: { in: terms.flatMap(({ id }) => ended.get(id) ?? []) } },
    select: { id: true, name: true },
  });
  const named = new Map(replacements.map(({ id, name }) => [id, name]));
  return terms.map(({ id, name }) => ({
    id,
    name,
    ended: ended.has(id),
    now: named.get(ended.get(id) ?? "") ?? null,
  }));
}
