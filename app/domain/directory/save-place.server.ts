import type { Ctx } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { countyOfWords } from "./county-places";
import type { ListingRow } from "./find-listing.server";
import type { PlaceValues } from "./listing-sections";
import { placeOfZip } from "./places";
import { centreOf } from "./centre-of.server";

type Place = ListingRow["serviceAtLocations"][number];

/** The point of a place: the middle of its ZIP, approximate, and nothing at all when the address is hidden. */
function locationValues(values: PlaceValues, before: Place | undefined) {
  const hidden = values.visibility === "hidden";
  const same = before?.location.addresses[0]?.postalCode === values.postalCode && !hidden;
  // A door that a source has located stays located while its ZIP stays the same and it is shown whole.
  if (
    same &&
    before?.location.latitude != null &&
    !before.location.approximate &&
    values.visibility === "full"
  )
    return { visibility: values.visibility, visibilityReason: null, transportation: values.transportation };
  const point = hidden || !values.postalCode ? null : placeOfZip(values.postalCode.slice(0, 5));
  return {
    visibility: values.visibility,
    visibilityReason: hidden ? "set by the provider" : null,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    approximate: point !== null,
    transportation: hidden ? null : values.transportation,
  };
}

async function saveLocation(
  ctx: Ctx,
  row: ListingRow,
  before: Place | undefined,
  values: PlaceValues,
): Promise<string> {
  const { jurisdictionId } = ctx.actor;
  const idNow = () => newId(ctx.clock.now());
  const data = locationValues(values, before);
  const locationId = before?.locationId ?? idNow();
  const placeId = before?.id ?? idNow();
  if (before) await ctx.tx.location.update({ where: { id: locationId }, data });
  else {
    await ctx.tx.location.create({
      data: { ...data, id: locationId, jurisdictionId, organizationId: row.organizationId, name: row.name },
    });
    await ctx.tx.serviceAtLocation.create({
      data: { id: placeId, jurisdictionId, serviceId: row.id, locationId },
    });
  }
  await ctx.tx.address.deleteMany({ where: { locationId, jurisdictionId } });
  const { street, city, state, postalCode } = values;
  if (values.visibility === "hidden" || !city) return placeId;
  await ctx.tx.address.create({
    data: {
      id: idNow(),
      jurisdictionId,
      locationId,
      address1: street ?? "",
      city,
      stateProvince: state ?? "",
      postalCode: postalCode ?? "",
    },
  });
  return placeId;
}

/** County codes of what was typed; names are looked for around the jurisdiction. Throws Invalid naming the field. */
async function countyCodes(ctx: Ctx, typed: readonly string[]): Promise<string[]> {
  if (typed.length === 0) return [];
  const near = await centreOf(ctx);
  return [...new Set(typed)].map((words) => {
    const fips = countyOfWords(words, near);
    if (!fips) throw new Invalid({ areaCounties: ["county"] });
    return fips;
  });
}

/** The ZIPs and counties served: of the whole listing, or of one place. An area that a source drew or worded stays. */
async function saveArea(
  ctx: Ctx,
  row: ListingRow,
  placeId: string | null,
  values: PlaceValues,
): Promise<void> {
  const owner = placeId
    ? { serviceAtLocationId: placeId, serviceId: null }
    : { serviceId: row.id, serviceAtLocationId: null };
  const codes = { zip: values.areaZips, county: await countyCodes(ctx, values.areaCounties) };
  await ctx.tx.serviceArea.deleteMany({ where: { ...owner, extentType: { in: ["zip", "county"] } } });
  await ctx.tx.serviceArea.createMany({
    data: (["zip", "county"] as const)
      .filter((extentType) => codes[extentType].length > 0)
      .map((extentType) => ({
        id: newId(ctx.clock.now()),
        jurisdictionId: ctx.actor.jurisdictionId,
        ...owner,
        extentType,
        codes: codes[extentType],
      })),
  });
}

/**
 * Writes one place of a listing (a new one when there is none before) and the area it serves: of the whole listing while it
 * has one place, else of this place alone.
 */
export async function savePlace(
  ctx: Ctx,
  row: ListingRow,
  before: Place | undefined,
  values: PlaceValues,
  area: "listing" | "place",
): Promise<string> {
  const placeId = await saveLocation(ctx, row, before, values);
  await saveArea(ctx, row, area === "listing" ? null : placeId, values);
  return placeId;
}
