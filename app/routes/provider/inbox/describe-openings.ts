import type { ListedListing } from "~/domain/directory/reading/list-listings.server";
import { toldInWords } from "~/listing-words/freshness-in-words";
import { roomInWords } from "~/listing-words/room-in-words";
import type { Words } from "~/locales/words";
import type { OpeningsView } from "./view";

/** The openings of one listing for the side card, and whether a yes to the open referral uses one. */
export function describeOpenings(
  words: Words,
  listing: ListedListing,
  uses: { serviceId: string; name: string } | null,
): OpeningsView {
  const counted = listing.room.kind === "openings";
  return {
    serviceId: listing.id,
    version: listing.version,
    name: listing.name,
    available: listing.available,
    byPlace: listing.byPlace,
    counted,
    room: roomInWords(words, listing),
    told: toldInWords(words, listing),
    uses: counted && listing.id === uses?.serviceId ? words.t("openings.uses", { name: uses.name }) : null,
  };
}
