import type { Ctx } from "../../kernel/context";

/** Of these organizations those of which, while they stand alone, everything that a source says in words is held. */
export async function heldWhole(ctx: Ctx, organizationIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    select h.organization_id as id from safety_hold h where h.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid
      and h.organization_id = any(${[...organizationIds]}::uuid[]) and h.status in ('open', 'is')
      and (held_keeps(h.organization_id, null, 'words') or is_held(h.organization_id, null, null, null))`;
  return rows.map(({ id }) => id);
}

/** Whether an organization shows a place that its own people keep, which no hold of an import hides. */
export async function showsOwnPlace(ctx: Ctx, organizationId: string): Promise<boolean> {
  const [row] = await ctx.tx.$queryRaw<{ some: boolean }[]>`
    select exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
      join location l on l.id = x.location_id
      where s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and s.organization_id = ${organizationId}::uuid
        and s.listing_state = 'published' and l.source = 'portal' and l.visibility <> 'hidden') as some`;
  return row?.some ?? false;
}
