import type { Ctx } from "../../kernel/context";
import { markHiddenPlaces } from "./mark-hidden-places.server";
import { writeSearchRows } from "../search-index/write-search-rows.server";

/**
 * Listings at these places, and those of these organizations, count as changed, and their organization: whoever has them must
 * see it. Their rows for search are written anew.
 */
export async function followLocations(
  ctx: Ctx,
  locationIds: readonly string[],
  organizationIds: readonly string[] = [],
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const now = ctx.clock.now();
  const rows = await ctx.tx.$queryRaw<{ id: string; organization_id: string }[]>`
    update service s set last_modified = ${now}, version = version + 1
    where s.jurisdiction_id = ${jurisdictionId}::uuid and (s.organization_id = any(${[...organizationIds]}::uuid[])
      or s.id in (select p.service_id from service_at_location p where p.location_id = any(${[...locationIds]}::uuid[])))
    returning s.id, s.organization_id`;
  const organizations = [...new Set(rows.map((row) => row.organization_id))];
  await ctx.tx.organization.updateMany({
    where: { jurisdictionId, id: { in: organizations } },
    data: { lastModified: now },
  });
  const beside = await ctx.tx.service.findMany({
    where: { jurisdictionId, organizationId: { in: organizations }, listingState: "published" },
    select: { id: true },
  });
  await writeSearchRows(ctx, [...new Set([...rows, ...beside].map((row) => row.id))]);
}

/** Listings that are given at these places, and at none that is shown, are confidential. */
export async function sealListings(ctx: Ctx, locationIds: readonly string[]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.$executeRaw`
    update service s set confidential = true where s.jurisdiction_id = ${jurisdictionId}::uuid and not s.confidential
      and s.id in (select p.service_id from service_at_location p where p.location_id = any(${[...locationIds]}::uuid[]))
      and not exists (select from service_at_location p join location l on l.id = p.location_id
        where p.service_id = s.id and p.closed_at is null and l.visibility <> 'hidden')`;
}

/** Hides places whole, as their form does: nothing that says where they are is kept, nor their history; `tells` stays shown. */
export async function hideLocations(
  ctx: Ctx,
  locationIds: readonly string[],
  tells: readonly string[] = [],
): Promise<void> {
  if (locationIds.length === 0) return;
  const { jurisdictionId } = ctx.actor;
  const which = { jurisdictionId, locationId: { in: [...locationIds] } };
  await ctx.tx.location.updateMany({
    where: { jurisdictionId, id: { in: [...locationIds] } },
    data: {
      visibility: "hidden",
      visibilityReason: "safety",
      tellsWhileHidden: [...tells],
      alternateName: null,
      description: "",
      transportation: null,
      url: null,
      latitude: null,
      longitude: null,
      approximate: false,
      externalIdentifier: null,
      externalIdentifierType: null,
    },
  });
  // Before its history goes, which tells the streets that it had.
  await markHiddenPlaces(ctx, locationIds);
  await ctx.tx.$executeRaw`select forget_hidden_places(${[...locationIds]}::uuid[])`;
  await ctx.tx.address.deleteMany({ where: which });
  await ctx.tx.accessibility.deleteMany({ where: which });
  await sealListings(ctx, locationIds);
}
