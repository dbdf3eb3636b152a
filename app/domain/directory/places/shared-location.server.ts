import type { Ctx } from "../../kernel/context";
import { changeListing, listingsAt } from "../reading/find-listing.server";
import type { ListingPlace, ListingRow } from "../reading/listing-row";
import { isConfidential } from "./open-places";

/** The other listings at a place's location: of the same organization, which change with it, and whether others have it too. */
export async function sharersOf(
  ctx: Ctx,
  row: ListingRow,
  place: ListingPlace | undefined,
): Promise<{ own: ListingRow[]; foreign: boolean }> {
  if (!place) return { own: [], foreign: false };
  const all = await listingsAt(ctx, place.locationId, row.id);
  const foreign = all.some((one) => one.organizationId !== row.organizationId);
  // With others at it, the place gets a location of its own: nothing changes for anybody else.
  return { own: foreign ? [] : all, foreign };
}

/** Whether the listing is confidential, by its open places as they are stored now. */
export async function confidentialNow(
  ctx: Ctx,
  row: Pick<ListingRow, "id" | "confidential">,
): Promise<boolean> {
  const places = await ctx.tx.serviceAtLocation.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, serviceId: row.id, closedAt: null },
    select: { location: { select: { visibility: true } } },
  });
  return isConfidential(
    places.map(({ location }) => location.visibility),
    row.confidential,
  );
}

/** After a location changed: history, what leaves and search rows of the other listings there, as they were read before. */
export async function followLocation(ctx: Ctx, before: readonly ListingRow[]): Promise<void> {
  for (const row of before) {
    const confidential = await confidentialNow(ctx, row);
    await changeListing(ctx, "write", { before: row, version: row.version }, { confidential });
  }
}
