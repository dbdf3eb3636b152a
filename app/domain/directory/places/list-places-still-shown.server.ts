import type { Ctx } from "../../kernel/context";
import type { ListingRow } from "../reading/listing-row";

export interface PlaceStillShown {
  listingId: string;
  listingName: string;
  placeId: string;
}

/**
 * Open places of the same organization that are shown whole and stand at the street and number of a hidden place of this
 * listing: they say where it is, and only its people know whether they should.
 */
export async function listPlacesStillShown(
  ctx: Ctx,
  { id, organizationId }: Pick<ListingRow, "id" | "organizationId">,
): Promise<PlaceStillShown[]> {
  return ctx.tx.$queryRaw<PlaceStillShown[]>`
    with hidden as materialized (
      select distinct m.mark from service_at_location h join location l on l.id = h.location_id and l.visibility = 'hidden'
        join hidden_mark m on m.location_id = l.id where h.service_id = ${id}::uuid and h.closed_at is null)
    select distinct on (s.name, x.id) s.id as "listingId", s.name as "listingName", x.id as "placeId" from service s
    join service_at_location x on x.service_id = s.id and x.closed_at is null
    join location l on l.id = x.location_id and l.visibility = 'full'
    join address a on a.location_id = l.id
    cross join lateral street_lines(a.address1, a.address2) line cross join lateral street_parts(line) street
    where s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and s.organization_id = ${organizationId}::uuid
      and s.merged_into_id is null and s.listing_state in ('published', 'unpublished')
      and mark_of(street.key) in (select mark from hidden) order by s.name, x.id`;
}
