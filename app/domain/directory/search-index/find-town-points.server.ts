import type { Ctx } from "../../kernel/context";
import { centreOf } from "../places/centre-of.server";
import { placeOfTown } from "../places/places";
import type { Chosen } from "../search/choose-listings.server";

export type TownPoint = { city: string; state: string; latitude: number; longitude: number };

/** The middle of each town in which a chosen listing has a place of which only the town is told. An unknown town has none. */
export async function findTownPoints(ctx: Ctx, chosen: Chosen): Promise<TownPoint[]> {
  const towns = await ctx.tx.$queryRaw<{ city: string; state: string }[]>`
    select distinct ad.city, ad.state_province as state from service_at_location sl
    join location l on l.id = sl.location_id join address ad on ad.location_id = l.id
    where sl.service_id in (${chosen}) and l.visibility = 'partial' and ad.address_type = 'physical' and ad.city <> ''`;
  if (towns.length === 0) return [];
  const near = await centreOf(ctx);
  return towns.flatMap(({ city, state }) => {
    const place = placeOfTown(city, near, state || null);
    return place ? [{ city, state, latitude: place.latitude, longitude: place.longitude }] : [];
  });
}
