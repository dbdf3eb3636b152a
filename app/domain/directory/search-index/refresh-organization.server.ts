import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { writeSearchRows } from "./write-search-rows.server";

/** An organization's published listings count as changed and are written anew for search, after it was suspended, taken up again or merged. */
export async function refreshOrganization(ctx: Ctx, input: { organizationId: string }): Promise<number> {
  const rows = await ctx.tx.service.updateManyAndReturn({
    where: { ...input, jurisdictionId: ctx.actor.jurisdictionId, listingState: "published" },
    data: { lastModified: ctx.clock.now() },
    select: { id: true },
  });
  await writeSearchRows(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.length;
}

/**
 * Listings whose organization's vetting has ended since their search rows were written stop taking referrals (and those of
 * one that was vetted anew take them again). The system's every night, the administrator's when an agreement is recorded.
 * Answers how many changed. Throws Forbidden.
 */
export async function followVettings(ctx: Ctx): Promise<number> {
  whereFor(ctx, "suspend", "Organization");
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    select s.id from service s
    join organization o on o.id = s.organization_id
    join jurisdiction j on j.id = s.jurisdiction_id
    where s.jurisdiction_id = ${jurisdictionId}::uuid and s.listing_state = 'published' and o.vetted_until is not null
      and exists (select from listing_search r where r.jurisdiction_id = s.jurisdiction_id and r.service_id = s.id
        and r.takes_referrals <> (s.accepts_referrals and s.status = 'active' and o.status <> 'suspended'
          and o.vetted_until >= (${ctx.clock.now()}::timestamptz at time zone j.time_zone)::date))`;
  await writeSearchRows(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.length;
}
