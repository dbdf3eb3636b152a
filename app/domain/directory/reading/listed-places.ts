import { shownAddress } from "../places/shown-address";
import { isToldStill } from "../openings/capacity";
import type { CountedPlace } from "../openings/capacity-at-place";

/** One of several open places of a listing, for whoever keeps its openings. */
export interface ListedPlace {
  id: string;
  hidden: boolean;
  /** Street and town, else its name; null where neither is known. */
  where: string | null;
  /** Null: nobody has said, or too long ago. */
  available: number | null;
}
type Source = CountedPlace & {
  id: string;
  location: {
    name: string | null;
    visibility: string;
    addresses: { addressType: string; address1: string; city: string }[];
  };
};

/** The open places of a listing that has several; none of one that has a single place. */
export function listedPlaces(places: readonly Source[], now: Date): ListedPlace[] {
  if (places.length < 2) return [];
  return places.map(({ id, location, capacityAvailable, capacityAsOf }) => {
    const address = shownAddress(location.addresses);
    const where = [address?.address1, address?.city].filter(Boolean).join(", ") || location.name || null;
    return {
      id,
      hidden: location.visibility === "hidden",
      where,
      available: isToldStill(capacityAsOf, now) ? capacityAvailable : null,
    };
  });
}
