import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import type { ListingPlace, ListingRow } from "../reading/listing-row";
import { deliveryModes as offeredModes, timesOfDay as offeredTimes } from "../search/search-criteria";
import { withUnshown } from "./keep-unshown";
import type { SectionValues } from "./listing-sections";
import { isConfidential, openPlaces } from "../places/open-places";
import { saveHours } from "./save-hours.server";
import { followLocation, sharersOf } from "../places/shared-location.server";
import { areaTypes, writeArea } from "../places/write-area.server";
import { writePlace } from "../places/write-place.server";

/** Whose area the form of the only place edits: the place's own where it has one, for that goes before the listing's. */
function areaOwner(place: ListingPlace | undefined): string | null {
  const own = place?.areas.some((area) => areaTypes.some((type) => type === area.extentType));
  return own ? (place?.id ?? null) : null;
}

/**
 * Saves how and when a listing is given, whom it serves, and its place while it has one at most; several places have a form
 * each. Answers the columns to set.
 */
export async function saveWhenWhere(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["when_where"],
): Promise<Prisma.ServiceUncheckedUpdateManyInput> {
  const deliveryModes = withUnshown(values.deliveryModes, row.deliveryModes, offeredModes);
  const timesOfDay = withUnshown(values.timesOfDay, row.timesOfDay, offeredTimes);
  const [first, ...others] = openPlaces(row);
  await saveHours(ctx, { serviceId: row.id }, row.schedules, values);
  if (others.length > 0) {
    await writeArea(ctx, row, null, values);
    return { deliveryModes, timesOfDay };
  }
  const sharers = await sharersOf(ctx, row, first);
  await writePlace(ctx, row, first, values, sharers.foreign);
  await writeArea(ctx, row, areaOwner(first), values);
  await followLocation(ctx, sharers.own);
  return { deliveryModes, timesOfDay, confidential: isConfidential([values.visibility], row.confidential) };
}
