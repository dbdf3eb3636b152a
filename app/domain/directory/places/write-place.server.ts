import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { centreOf } from "./centre-of.server";
import { countyOfWords, zipsOfCounty } from "./county-places";
import type { ListingPlace, ListingRow } from "../reading/listing-row";
import type { PlaceValues } from "./place-answers";
import { placeOfZip } from "./places";
import { markHiddenPlaces } from "../safety/mark-hidden-places.server";
import { refreshOrganization } from "../search-index/refresh-organization.server";

/** Where a place is, without whom it serves. A reason of another source's words stays as it is. */
type Whereabouts = Omit<
  PlaceValues,
  "areaZips" | "areaCounties" | "areaTracts" | "visibilityReason" | "tellsWhileHidden"
> & {
  visibilityReason: string | null;
  tellsWhileHidden?: PlaceValues["tellsWhileHidden"];
  placeName?: string | null;
};

/** The point of a place: the middle of its ZIP, approximate, and nothing at all when the address is hidden. */
function locationValues(values: Whereabouts, before: ListingPlace | undefined) {
  const { visibility, visibilityReason, transportation } = values;
  const hidden = visibility === "hidden";
  const shown = {
    visibility,
    visibilityReason: visibility === "full" ? null : visibilityReason,
    tellsWhileHidden: hidden ? (values.tellsWhileHidden ?? []) : [],
  };
  const same = before?.location.addresses[0]?.postalCode === values.postalCode && !hidden;
  // A door that a source has located stays located while its ZIP stays the same and it is shown whole.
  if (same && before?.location.latitude != null && !before.location.approximate && visibility === "full")
    return { ...shown, transportation };
  const point = hidden || !values.postalCode ? null : placeOfZip(values.postalCode.slice(0, 5));
  return {
    ...shown,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    approximate: point !== null,
    transportation: hidden ? null : transportation,
  };
}

/** What a location's own words may say of where it is goes with the address. */
const nothingSaid = {
  alternateName: null,
  description: "",
  url: null,
  externalIdentifier: null,
  externalIdentifierType: null,
};

/** Where the location's rows are written: a location that another organization has too is not changed for it. */
async function ownLocation(
  ctx: Ctx,
  row: ListingRow,
  before: ListingPlace | undefined,
  sharedWithOthers: boolean,
): Promise<{ placeId: string; locationId: string }> {
  const { jurisdictionId } = ctx.actor;
  if (before && !sharedWithOthers) return { placeId: before.id, locationId: before.locationId };
  const locationId = newId(ctx.clock.now());
  const placeId = before?.id ?? newId(ctx.clock.now());
  await ctx.tx.location.create({
    data: { id: locationId, jurisdictionId, organizationId: row.organizationId, name: row.name },
  });
  if (before) await ctx.tx.serviceAtLocation.update({ where: { id: before.id }, data: { locationId } });
  else
    await ctx.tx.serviceAtLocation.create({
      data: { id: placeId, jurisdictionId, serviceId: row.id, locationId },
    });
  return { placeId, locationId };
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

export const areaTypes = ["zip", "county", "tract"] as const;

/** The ZIPs, counties and tracts served: of the whole listing, or of one place. An area that a source drew or worded stays. */
export async function writeArea(
  ctx: Ctx,
  row: ListingRow,
  placeId: string | null,
  values: PlaceValues,
): Promise<void> {
  if (values.areaTracts.some((tract) => zipsOfCounty(tract.slice(0, 5)).length === 0))
    throw new Invalid({ areaTracts: ["tract"] });
  const owner = placeId
    ? { serviceAtLocationId: placeId, serviceId: null }
    : { serviceId: row.id, serviceAtLocationId: null };
  const codes = {
    zip: values.areaZips,
    county: await countyCodes(ctx, values.areaCounties),
    tract: values.areaTracts,
  };
  await ctx.tx.serviceArea.deleteMany({ where: { ...owner, extentType: { in: [...areaTypes] } } });
  await ctx.tx.serviceArea.createMany({
    data: areaTypes
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

/** Hidden, or shown again: what others of the organization showed of it too (a phone of the place) goes, or comes back. */
async function followHiding(ctx: Ctx, { organizationId }: ListingRow): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.organization.updateMany({
    where: { id: organizationId, jurisdictionId },
    data: { lastModified: ctx.clock.now() },
  });
  await refreshOrganization(ctx, { organizationId });
}

/** Writes where one place of a listing is (a new one when there is none before). Answers the place's and its location's id. */
export async function writePlace(
  ctx: Ctx,
  row: ListingRow,
  before: ListingPlace | undefined,
  values: Whereabouts,
  sharedWithOthers = false,
): Promise<{ placeId: string; locationId: string }> {
  const { jurisdictionId } = ctx.actor;
  const { placeId, locationId } = await ownLocation(ctx, row, before, sharedWithOthers);
  const hidden = values.visibility === "hidden";
  const words = hidden
    ? { name: row.name, ...nothingSaid }
    : values.placeName
      ? { name: values.placeName }
      : {};
  await ctx.tx.location.update({
    where: { id: locationId },
    data: { ...locationValues(values, before), ...words },
  });
  // Before its rows go: afterwards nothing says whose history it was.
  const marked = values.visibility !== "full" || (before && before.location.visibility !== "full");
  if (values.visibility !== "full") await markHiddenPlaces(ctx, [locationId]);
  if (hidden) await ctx.tx.$executeRaw`select forget_hidden_places(array[${locationId}::uuid])`;
  if (hidden) await ctx.tx.accessibility.deleteMany({ where: { locationId, jurisdictionId } });
  await ctx.tx.address.deleteMany({ where: { locationId, jurisdictionId } });
  const { street, city, state, postalCode } = values;
  if (!hidden && (city || street))
    await ctx.tx.address.create({
      data: {
        id: newId(ctx.clock.now()),
        jurisdictionId,
        locationId,
        address1: street ?? "",
        city: city ?? "",
        stateProvince: state ?? "",
        postalCode: postalCode ?? "",
      },
    });
  if (marked && !hidden) await markHiddenPlaces(ctx, [locationId]);
  if (hidden || before?.location.visibility === "hidden") await followHiding(ctx, row);
  return { placeId, locationId };
}
