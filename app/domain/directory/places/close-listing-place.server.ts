import { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { answeredByChange } from "../editing/answered-by-change.server";
import { changeListing, findListing } from "../reading/find-listing.server";
import { recountPlaces } from "../openings/recount-places.server";
import { openPlaces } from "./open-places";
import { confidentialNow } from "./shared-location.server";

const closeListingPlaceSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  placeId: z.string(),
  closed: z.boolean(),
});

const notCounted = { capacityAvailable: null, capacityAsOf: null };

/**
 * A listing is given at one of its places no more, or again. Nothing of the place is deleted: it is not shown, found or given
 * out while it is closed, and openings that were counted there count no more. Throws NotFound, Conflict("listing_changed").
 */
export async function closeListingPlace(
  ctx: Ctx,
  input: z.input<typeof closeListingPlaceSchema>,
): Promise<void> {
  const { id, version, placeId, closed } = parseInput(closeListingPlaceSchema, input);
  const row = await findListing(ctx, "write", id);
  const place = row.serviceAtLocations.find((one) => one.id === placeId);
  if (!place || (place.closedAt !== null) === closed) throw new NotFound();
  await ctx.tx.serviceAtLocation.update({
    where: { id: place.id },
    data: closed ? { closedAt: ctx.clock.now(), ...notCounted } : { closedAt: null },
  });
  const looked = await answeredByChange(ctx, row, "when_where");
  const openings =
    place.capacityAsOf === null || row.capacityStatus !== "open"
      ? {}
      : await recountPlaces(
          ctx,
          row,
          openPlaces(row).filter((one) => one !== place),
        );
  const confidential = await confidentialNow(ctx, row);
  await changeListing(ctx, "write", { before: row, version }, { ...looked, ...openings, confidential });
  await recordAudit(ctx, {
    event: closed ? "listing.place_closed" : "listing.place_opened",
    entity: "Service",
    entityId: id,
    fields: ["serviceAtLocations"],
  });
}
