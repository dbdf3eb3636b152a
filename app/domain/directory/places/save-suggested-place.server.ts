import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import type { ListingRow } from "../reading/listing-row";
import { openPlaces } from "./open-places";
import { readAddress } from "../search/read-address";
import { readHours } from "../search/read-hours";
import { confidentialNow, followLocation, sharersOf } from "./shared-location.server";
import { writePlace } from "./write-place.server";

/**
 * Moves the only place of a listing to a suggested address, and answers whether the listing is confidential then. Of a draft,
 * words that are no whole address are kept as its street for a person to complete. Throws Invalid (address, several_places,
 * hidden_place: a confidential place is never shown by a suggestion).
 */
export async function saveSuggestedPlace(ctx: Ctx, row: ListingRow, text: string): Promise<boolean> {
  const [place, ...others] = openPlaces(row);
  if (others.length > 0) throw new Invalid({ "values.place": ["several_places"] });
  const { visibility = "full", visibilityReason = null, transportation = null } = place?.location ?? {};
  if (visibility === "hidden" || row.confidential) throw new Invalid({ "values.place": ["hidden_place"] });
  const told = { street: text, city: null, state: null, postalCode: null };
  const address = readAddress(text) ?? (row.listingState === "draft" ? told : null);
  if (!address) throw new Invalid({ "values.place": ["address"] });
  const sharers = await sharersOf(ctx, row, place);
  const values = { ...address, address2: null, visibility, visibilityReason, transportation };
  await writePlace(ctx, row, place, values, sharers.foreign);
  await followLocation(ctx, sharers.own);
  return confidentialNow(ctx, row);
}

/** Usual hours as they were suggested: as days and times where they can be read so, else in the words themselves. */
export async function saveSuggestedHours(ctx: Ctx, row: ListingRow, text: string): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const [place, ...others] = openPlaces(row);
  const own = others.length === 0 && place?.schedules.some((one) => one.kind === "regular");
  const owner = own && place ? { serviceAtLocationId: place.id } : { serviceId: row.id };
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  await ctx.tx.schedule.deleteMany({ where: { jurisdictionId, ...owner, kind: "regular" } });
  const hours = readHours(text) ?? { byday: [], description: text };
  await ctx.tx.schedule.create({
    data: { id: newId(ctx.clock.now()), jurisdictionId, ...owner, timeZone, ...hours },
  });
}
