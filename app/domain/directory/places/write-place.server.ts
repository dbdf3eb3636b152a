import { sendJob } from "~/db/job-queue.server";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { orUnshown } from "../editing/keep-unshown";
import { shownAddress } from "./shown-address";
import type { ListingPlace, ListingRow } from "../reading/listing-row";
import { type PlaceValues, visibilityReasons } from "./place-answers";
import { placeOfZip } from "./places";
import { followLocations } from "../safety/hide-locations.server";
import { hideSamePlaces } from "../safety/hide-same-places.server";
import { markHiddenPlaces } from "../safety/mark-hidden-places.server";
import { refreshOrganization } from "../search-index/refresh-organization.server";

/** Where a place is, without whom it serves. A reason of another source's words stays as it is. */
type Whereabouts = Omit<
  PlaceValues,
  "areaZips" | "areaCounties" | "areaTracts" | "visibilityReason" | "tellsWhileHidden" | "address2"
> & {
  /** Left as it is where it was not asked. */
  address2?: string | null | undefined;
  visibilityReason: string | null;
  tellsWhileHidden?: PlaceValues["tellsWhileHidden"];
  placeName?: string | null;
};

/** A reason in a source's own words stays while the form, which has no such choice, leaves it. */
function reasonOf({ visibility, visibilityReason }: Whereabouts, before: ListingPlace | undefined) {
  if (visibility === "full") return null;
  const { visibilityReason: reason = null, visibility: was } = before?.location ?? {};
  return was === visibility ? orUnshown(visibilityReason, reason, visibilityReasons) : visibilityReason;
}

/** The point of a place: the middle of its ZIP, approximate, and nothing at all when the address is hidden. */
function locationValues(values: Whereabouts, before: ListingPlace | undefined) {
  const { visibility, transportation } = values;
  const hidden = visibility === "hidden";
  const shown = {
    visibility,
    visibilityReason: reasonOf(values, before),
    tellsWhileHidden: hidden ? (values.tellsWhileHidden ?? []) : [],
  };
  const location = before?.location;
  const sameZip = (shownAddress(location?.addresses ?? [])?.postalCode ?? "") === (values.postalCode ?? "");
  const { latitude = null, longitude = null, approximate = false } = location ?? {};
  // What a source has located stays located while its ZIP and how much is shown of it stay the same.
  if (!hidden && sameZip && latitude !== null && location?.visibility === visibility)
    return { ...shown, latitude, longitude, approximate, transportation };
  if (!hidden && sameZip && latitude !== null && !approximate && visibility === "full")
    return { ...shown, latitude, longitude, approximate, transportation };
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

/** What a location says beside its answers, for the listing that leaves it to others; nothing of it for a hidden one. */
async function copyLocation(ctx: Ctx, from: ListingPlace["location"], locationId: string): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const own = () => ({ id: newId(ctx.clock.now()), jurisdictionId, locationId });
  const { locationType, alternateName, description, url } = from;
  await ctx.tx.location.update({
    where: { id: locationId },
    data: { locationType, alternateName, description, url },
  });
  await ctx.tx.address.createMany({
    data: from.addresses.map((one) => ({ ...one, ...own(), source: "portal", sourceId: null })),
  });
  await ctx.tx.accessibility.createMany({
    data: from.accessibility.map((one) => ({ ...one, ...own(), source: "portal", sourceId: null })),
  });
  await ctx.tx.schedule.createMany({
    data: from.schedules.map((one) => ({ ...one, ...own(), source: "portal", sourceId: null })),
  });
}

/** The address that the form shows; its postal ones, and what else its row says, stay. */
async function writeAddress(
  ctx: Ctx,
  locationId: string,
  { street, address2, city, state, postalCode }: Whereabouts,
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const all = await ctx.tx.address.findMany({
    where: { locationId, jurisdictionId },
    orderBy: { id: "asc" },
  });
  const shown = shownAddress(all);
  if (!city && !street) {
    if (shown) await ctx.tx.address.delete({ where: { id: shown.id } });
    return;
  }
  const data = {
    address1: street ?? "",
    ...(address2 === undefined ? {} : { address2 }),
    city: city ?? "",
    stateProvince: state ?? "",
    postalCode: postalCode ?? "",
  };
  if (shown) await ctx.tx.address.update({ where: { id: shown.id }, data });
  else
    await ctx.tx.address.create({
      data: { id: newId(ctx.clock.now()), jurisdictionId, locationId, ...data },
    });
}

/** Where the location's rows are written: a location that another organization has too is not changed for it. */
async function ownLocation(
  ctx: Ctx,
  row: ListingRow,
  before: ListingPlace | undefined,
  { sharedWithOthers, hidden }: { sharedWithOthers: boolean; hidden: boolean },
): Promise<{ placeId: string; locationId: string }> {
  const { jurisdictionId } = ctx.actor;
  if (before && !sharedWithOthers) return { placeId: before.id, locationId: before.locationId };
  const locationId = newId(ctx.clock.now());
  const placeId = before?.id ?? newId(ctx.clock.now());
  await ctx.tx.location.create({
    data: { id: locationId, jurisdictionId, organizationId: row.organizationId, name: row.name },
  });
  if (before && !hidden) await copyLocation(ctx, before.location, locationId);
  if (before) await ctx.tx.serviceAtLocation.update({ where: { id: before.id }, data: { locationId } });
  else
    await ctx.tx.serviceAtLocation.create({
      data: { id: placeId, jurisdictionId, serviceId: row.id, locationId },
    });
  return { placeId, locationId };
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

/** What imports told of the same place goes with it; whether other sources have the organization too is looked at right after. */
async function hideToldAgain(ctx: Ctx, locationId: string): Promise<void> {
  const same = await hideSamePlaces(ctx, [locationId]);
  if (same.length > 0) await followLocations(ctx, same);
  await sendJob(ctx.tx, "directory-upkeep", { jurisdictionId: ctx.actor.jurisdictionId });
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
  const hidden = values.visibility === "hidden";
  const { placeId, locationId } = await ownLocation(ctx, row, before, { sharedWithOthers, hidden });
  const words = hidden
    ? { name: row.name, ...nothingSaid }
    : values.placeName
      ? { name: values.placeName }
      : {};
  const { latitude, longitude, approximate, ...shown } = locationValues(values, before);
  await ctx.tx.location.update({ where: { id: locationId }, data: shown });
  // Before its name, its point and its rows go: afterwards nothing says what a text would name it by.
  const marked = values.visibility !== "full" || (before && before.location.visibility !== "full");
  if (values.visibility !== "full") await markHiddenPlaces(ctx, [locationId]);
  await ctx.tx.location.update({
    where: { id: locationId },
    data: { latitude, longitude, approximate, ...words },
  });
  // The street that was typed as it was hidden is kept nowhere, and known all the same where a text names it.
  if (hidden && values.street) {
    await writeAddress(ctx, locationId, values);
    await markHiddenPlaces(ctx, [locationId]);
  }
  if (hidden) await ctx.tx.$executeRaw`select forget_hidden_places(array[${locationId}::uuid])`;
  if (hidden) await ctx.tx.accessibility.deleteMany({ where: { locationId, jurisdictionId } });
  if (hidden) await ctx.tx.address.deleteMany({ where: { locationId, jurisdictionId } });
  else await writeAddress(ctx, locationId, values);
  if (marked && !hidden) await markHiddenPlaces(ctx, [locationId]);
  if (hidden) await hideToldAgain(ctx, locationId);
  if (hidden || before?.location.visibility === "hidden") await followHiding(ctx, row);
  return { placeId, locationId };
}
