import type { getListing } from "~/domain/directory/index.server";
import { shownAddress } from "~/domain/directory/places/shown-address";
import type { PlaceLine } from "./place-list";

type Row = Awaited<ReturnType<typeof getListing>>["row"];
type Place = Row["serviceAtLocations"][number];

/** Null for a confidential place. */
function placeInWords({ location }: Place): string | null {
  if (location.visibility === "hidden") return null;
  const address = shownAddress(location.addresses);
  const where = [address?.address1, address?.city, address?.postalCode].filter(Boolean).join(", ");
  return where || location.name || "-";
}

/** Every place of a listing for whoever keeps it, the open ones first. */
export function describePlaces(row: Row): PlaceLine[] {
  return row.serviceAtLocations
    .map((place) => ({
      id: place.id,
      words: placeInWords(place),
      visibility: place.location.visibility,
      closed: place.closedAt !== null,
    }))
    .toSorted((a, b) => Number(a.closed) - Number(b.closed));
}
