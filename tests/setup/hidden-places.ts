import { saveListingPlace } from "~/domain/directory/index.server";
import type { TestDatabase } from "./database";
import { asSystem } from "./listing-rows";

/** To a listing: a second place that is shown whole and made confidential after, and a third, confidential from its first day. */
export async function addHiddenPlaces(
  db: TestDatabase,
  jurisdictionId: string,
  listing: { id: string; version: number; answers: Record<string, unknown> },
): Promise<void> {
  const save = (version: number, placeId: string | null, visibility: string) =>
    asSystem(db, jurisdictionId, (ctx) =>
      saveListingPlace(ctx, {
        id: listing.id,
        version,
        placeId,
        values: {
          ...listing.answers,
          placeName: "Zzsecret House",
          accessibility: "Ramp on Zzsecret Way",
          visibility,
          visibilityReason: "safety",
        },
      }),
    );
  const second = await save(listing.version, null, "full");
  const hidden = await save(second.version, second.placeId, "hidden");
  await save(hidden.version, null, "hidden");
}
