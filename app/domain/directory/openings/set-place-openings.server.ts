import { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { openPlaces } from "../places/open-places";
import { changeListing, findListing } from "../reading/find-listing.server";
import { isToldStill } from "./capacity";
import type { CountedPlace } from "./capacity-at-place";
import { recountPlaces } from "./recount-places.server";
import { setOpeningsSchema } from "./set-openings.schema";

const schema = setOpeningsSchema
  .pick({ id: true, version: true, available: true, change: true })
  .extend({ placeId: z.string() });

/** From a count that is too old to be shown nobody counts on. */
function countOf(place: CountedPlace, now: Date, { available, change }: z.output<typeof schema>): number {
  const shown = isToldStill(place.capacityAsOf, now) ? place.capacityAvailable : null;
  return Math.min(999, Math.max(0, available ?? (shown ?? 0) + (change ?? 0)));
}

/**
 * Sets how many openings a listing has at one of its open places, to a number or one up or down; known from now on. The listing's own
 * number is then the sum of what is said by place (decision 0028). Answers the number. Throws Invalid, NotFound, Conflict.
 */
export async function setPlaceOpenings(ctx: Ctx, input: z.input<typeof schema>): Promise<number> {
  const wanted = parseInput(schema, input);
  const { id, version, placeId } = wanted;
  const row = await findListing(ctx, "set_openings", id);
  if (row.version !== version) throw new Conflict("listing_changed");
  const places = openPlaces(row);
  const place = places.find((one) => one.id === placeId);
  if (!place) throw new NotFound();
  const now = ctx.clock.now();
  const counted = { capacityAvailable: countOf(place, now, wanted), capacityAsOf: now };
  await ctx.tx.serviceAtLocation.update({ where: { id: place.id }, data: counted });
  const after = places.map((one) => (one === place ? counted : one));
  const openings = await recountPlaces(ctx, row, after);
  await changeListing(ctx, "set_openings", { before: row, version }, openings);
  await recordAudit(ctx, {
    event: "listing.openings_set",
    entity: "Service",
    entityId: id,
    fields: ["serviceAtLocations.capacityAvailable"],
  });
  return counted.capacityAvailable;
}
