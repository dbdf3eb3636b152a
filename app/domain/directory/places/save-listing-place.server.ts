import { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { answeredByChange } from "../editing/answered-by-change.server";
import { changeListing, findListing } from "../reading/find-listing.server";
import { openPlaces } from "./open-places";
import { placeSchema } from "./place-answers";
import { saveHours } from "../editing/save-hours.server";
import { saveAccessibility } from "../editing/save-listing-parts.server";
import { confidentialNow, followLocation, sharersOf } from "./shared-location.server";
import { writeArea } from "./write-area.server";
import { writePlace } from "./write-place.server";

const placesAtMost = 100;
const saveListingPlaceSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  /** Null: a new place. */
  placeId: z.string().nullable(),
  /** The fields of placeSchema, as a form gives them. */
  values: z.record(z.string(), z.unknown()),
});

const accessibilityOf = (ctx: Ctx, locationId: string) =>
  ctx.tx.accessibility.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, locationId },
    orderBy: { id: "asc" },
  });

/**
 * Saves one place of a listing, or adds one: its address and how much of it is shown, its own hours and area. Other listings
 * of the organization at the same location change with it. Answers the listing's version and the place. Throws Invalid (codes
 * by field, as saveListingSection), NotFound, Conflict("listing_changed", "too_many_places").
 */
export async function saveListingPlace(
  ctx: Ctx,
  input: z.input<typeof saveListingPlaceSchema>,
): Promise<{ version: number; placeId: string }> {
  const { id, version, placeId: asked, values: typed } = parseInput(saveListingPlaceSchema, input);
  const row = await findListing(ctx, "write", id);
  if (row.version !== version) throw new Conflict("listing_changed");
  const open = openPlaces(row);
  const before = open.find((place) => place.id === asked);
  if (asked !== null && !before) throw new NotFound();
  if (asked === null && open.length >= placesAtMost) throw new Conflict("too_many_places");
  const values = parseInput(placeSchema, typed);
  const sharers = await sharersOf(ctx, row, before);
  const { placeId, locationId } = await writePlace(ctx, row, before, values, sharers.foreign);
  await writeArea(ctx, row, placeId, values);
  await saveHours(ctx, { serviceAtLocationId: placeId }, before?.schedules ?? [], values);
  // A copied location has no rows yet; of a hidden one they are gone.
  if (values.visibility !== "hidden")
    await saveAccessibility(ctx, locationId, await accessibilityOf(ctx, locationId), values.accessibility);
  const looked = await answeredByChange(ctx, row, "when_where");
  const confidential = await confidentialNow(ctx, row);
  await changeListing(ctx, "write", { before: row, version }, { ...looked, confidential });
  await followLocation(ctx, sharers.own);
  await recordAudit(ctx, {
    event: asked === null ? "listing.place_added" : "listing.place_saved",
    entity: "Service",
    entityId: id,
    fields: ["serviceAtLocations"],
  });
  return { version: version + 1, placeId };
}
