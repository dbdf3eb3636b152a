import type { Ctx } from "../../kernel/context";

/** A hold keeps which places it left shown: what a source adds while nobody has decided is none of them, and waits too. */
export async function rememberShown(ctx: Ctx, organizationId: string): Promise<void> {
  await ctx.tx.$executeRaw`
    update safety_hold h set left_shown = array(
      select l.id from location l where l.jurisdiction_id = h.jurisdiction_id and l.visibility = 'full'
        and (l.organization_id = h.organization_id or l.id in (
          select p.location_id from service_at_location p join service s on s.id = p.service_id
          where s.organization_id = h.organization_id)))
    where h.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and h.organization_id = ${organizationId}::uuid`;
}
