import type { Ctx } from "../../kernel/context";
import { confirmedAtOnce } from "./freshness";
import { findListing } from "./find-listing.server";
import { listListings } from "./list-listings.server";
import type { ListingResult } from "./listing-card";
import { previewListing } from "./listing-preview";

export interface DueListing {
  id: string;
  version: number;
  listing: ListingResult;
}

/** Listings of the actor's organization that are due for a check: how many, and the first five as families see them. Throws Forbidden. */
export async function listDueListings(ctx: Ctx): Promise<{ total: number; first: DueListing[] }> {
  const due = (await listListings(ctx)).filter((one) => one.due);
  const first: DueListing[] = [];
  for (const { id, version } of due.slice(0, confirmedAtOnce)) {
    const row = await findListing(ctx, "confirm", id);
    first.push({ id, version, listing: previewListing(row, ctx.clock.now()) });
  }
  return { total: due.length, first };
}
