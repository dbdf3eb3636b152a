import type { Ctx } from "../../kernel/context";

export interface ListingHold {
  id: string;
  organizationId: string;
  /** Of its organization's hold, where the listing is part of what is held. */
  hold: "open" | "is" | null;
  confidential: boolean;
}

/** How these listings are held back: by their organization's hold, or confidential themselves. */
export async function listingHolds(ctx: Ctx, serviceIds: readonly string[]): Promise<ListingHold[]> {
  return ctx.tx.$queryRaw<ListingHold[]>`
    select s.id, s.organization_id as "organizationId", s.confidential, h.status as hold
    from service s left join safety_hold h on h.organization_id = s.organization_id and h.status in ('open', 'is')
      and (s.confidential or h.evidence @> jsonb_build_array(jsonb_build_object('serviceId', s.id::text))
        or exists (select from service_at_location x where x.service_id = s.id and x.location_id = any(h.places)))
    where s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and s.id = any(${[...serviceIds]}::uuid[])`;
}
