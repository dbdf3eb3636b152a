import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { ListingRow } from "./find-listing.server";
import type { SectionValues } from "./listing-sections";
import { placeOfZip } from "./places";

type Data = Prisma.ServiceUncheckedUpdateManyInput;
const idNow = (ctx: Ctx) => newId(ctx.clock.now());

/** The place of a listing: the middle of its ZIP, approximate, and nothing at all when the address is hidden. */
function locationValues(values: SectionValues["when_where"]) {
  const hidden = values.visibility === "hidden";
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

async function saveLocation(ctx: Ctx, row: ListingRow, values: SectionValues["when_where"]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const data = locationValues(values);
  const known = row.serviceAtLocations[0]?.locationId;
  const locationId = known ?? idNow(ctx);
  if (known) await ctx.tx.location.update({ where: { id: known }, data });
  else {
    await ctx.tx.location.create({
      data: { ...data, id: locationId, jurisdictionId, organizationId: row.organizationId, name: row.name },
    });
    await ctx.tx.serviceAtLocation.create({
      data: { id: idNow(ctx), jurisdictionId, serviceId: row.id, locationId },
    });
  }
  await ctx.tx.address.deleteMany({ where: { locationId, jurisdictionId } });
  if (values.visibility === "hidden" || !values.city) return;
  const { street, city, state, postalCode } = values;
  await ctx.tx.address.create({
    data: {
      id: idNow(ctx),
      jurisdictionId,
      locationId,
      address1: street ?? "",
      city,
      stateProvince: state ?? "",
      postalCode: postalCode ?? "",
    },
  });
}

async function saveHours(ctx: Ctx, row: ListingRow, values: SectionValues["when_where"]): Promise<void> {
  const { byday, opensAt, closesAt, startsOn } = values;
  await ctx.tx.schedule.deleteMany({ where: { serviceId: row.id } });
  if (byday.length === 0 && opensAt === null) return;
  const validFrom = startsOn ? new Date(`${startsOn}T00:00:00Z`) : null;
  await ctx.tx.schedule.create({
    data: {
      id: idNow(ctx),
      jurisdictionId: ctx.actor.jurisdictionId,
      serviceId: row.id,
      byday,
      opensAt,
      closesAt,
      validFrom,
    },
  });
}

export async function savePlace(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["when_where"],
): Promise<Data> {
  await saveLocation(ctx, row, values);
  await saveHours(ctx, row, values);
  await ctx.tx.serviceArea.deleteMany({ where: { serviceId: row.id } });
  const areas = [
    { extentType: "zip", codes: values.areaZips },
    { extentType: "county", codes: values.areaCounties },
  ].filter((area) => area.codes.length > 0);
  await ctx.tx.serviceArea.createMany({
    data: areas.map((area) => ({
      id: idNow(ctx),
      jurisdictionId: ctx.actor.jurisdictionId,
      serviceId: row.id,
      ...area,
    })),
  });
  return {
    deliveryModes: values.deliveryModes,
    timesOfDay: values.timesOfDay,
    confidential: values.visibility === "hidden",
  };
}

export async function saveJoining(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["how_to_join"],
): Promise<Data> {
  const own = { jurisdictionId: ctx.actor.jurisdictionId, serviceId: row.id };
  const [first] = row.phones;
  const phone = { number: values.phone, extension: values.extension };
  if (first) await ctx.tx.phone.update({ where: { id: first.id }, data: phone });
  else await ctx.tx.phone.create({ data: { id: idNow(ctx), ...own, ...phone } });
  await ctx.tx.requiredDocument.deleteMany({ where: own });
  const documents = (values.documents ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 20);
  await ctx.tx.requiredDocument.createMany({
    data: documents.map((document) => ({ id: idNow(ctx), ...own, document })),
  });
  const { applicationProcess, acceptsSelfReferral, needsSignedRelease, isFree, feesDescription } = values;
  return { applicationProcess, acceptsSelfReferral, needsSignedRelease, isFree, feesDescription };
}

export async function saveAccess(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["languages_access"],
): Promise<Data> {
  const { accessibility, ...data } = values;
  const locationId = row.serviceAtLocations[0]?.locationId;
  if (locationId) {
    const own = { jurisdictionId: ctx.actor.jurisdictionId, locationId };
    await ctx.tx.accessibility.deleteMany({ where: own });
    if (accessibility)
      await ctx.tx.accessibility.create({ data: { id: idNow(ctx), ...own, description: accessibility } });
  }
  return data;
}
