import type { Ctx } from "../../kernel/context";
import { placeCountsOf } from "../editing/listing-answers";
import type { SectionValues } from "../editing/listing-sections";
import { openPlaces } from "../places/open-places";
import type { ListingRow } from "../reading/listing-row";
import { wholeOfPlaces } from "./capacity-at-place";

/**
 * Openings by place as a form of the listing's openings says them: what it does not count at a place is not known there any more, and
 * where there is a waitlist or nobody says, nothing is counted by place. Answers their sum, null where no place is counted.
 */
export async function savePlaceCounts(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["openings"],
): Promise<number | null> {
  const counting = ["open", "full"].includes(values.capacityStatus);
  const said = counting ? placeCountsOf(values) : new Map<string, number>();
  const open = new Set(openPlaces(row).map(({ id }) => id));
  const counted = row.serviceAtLocations.map((place) => {
    const capacityAvailable = open.has(place.id) ? (said.get(place.id) ?? null) : null;
    return {
      place,
      data: { capacityAvailable, capacityAsOf: capacityAvailable === null ? null : ctx.clock.now() },
    };
  });
  for (const { place, data } of counted)
    if (data.capacityAsOf !== null || place.capacityAsOf !== null || place.capacityAvailable !== null)
      await ctx.tx.serviceAtLocation.update({ where: { id: place.id }, data });
  return wholeOfPlaces(counted.map(({ data }) => data))?.available ?? null;
}
