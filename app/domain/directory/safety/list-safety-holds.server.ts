import { whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { heldListings, type SafetyHoldView } from "./safety-hold";

const atMost = 200;

/** By hold, the sources of other entries of the same name that are, or would be, decided with it. */
async function alikeSources(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.tx.$queryRaw<{ id: string; sources: string[] }[]>`
    select h.id, array_agg(distinct n.source order by n.source) as sources
    from safety_hold h join organization o on o.id = h.organization_id
    join organization n on n.jurisdiction_id = h.jurisdiction_id and name_key(n.name) = name_key(o.name)
      and n.id <> o.id and n.source <> 'portal' and n.merged_into_id is null
    left join safety_hold x on x.organization_id = n.id
    where h.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and h.id = any(${[...ids]}::uuid[])
      and (x.status = h.status or (x.id is null and h.status = 'open')) group by h.id`;
  return new Map(rows.map(({ id, sources }) => [id, sources]));
}

/** Organizations that may be victim services, with why: those that wait first, then the last decided. Throws Forbidden. */
export async function listSafetyHolds(ctx: Ctx): Promise<SafetyHoldView[]> {
  whereFor(ctx, "review", "Service");
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.safetyHold.findMany({
    where: { jurisdictionId, organization: { mergedIntoId: null } },
    include: { organization: { select: { name: true, source: true } } },
    orderBy: [{ decidedAt: { sort: "desc", nulls: "first" } }, { foundAt: "asc" }, { id: "asc" }],
    take: atMost,
  });
  const alike = await alikeSources(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, organizationId, organization, foundAt, status, decidedAt, places, evidence }) => ({
    id,
    organizationId,
    organizationName: organization.name,
    source: organization.source,
    alike: alike.get(id) ?? [],
    foundAt,
    status,
    decidedAt,
    places: places.length,
    listings: heldListings.parse(evidence),
  }));
}

/** How many wait for a decision. Throws Forbidden. */
export async function countSafetyHolds(ctx: Ctx): Promise<number> {
  whereFor(ctx, "review", "Service");
  return ctx.tx.safetyHold.count({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      status: "open",
      organization: { mergedIntoId: null },
    },
  });
}

/** Whether an organization is held as perhaps a victim service. Throws Forbidden. */
export async function isHeld(ctx: Ctx, input: { organizationId: string }): Promise<boolean> {
  whereFor(ctx, "review", "Service");
  const where = { ...input, jurisdictionId: ctx.actor.jurisdictionId, status: "open" };
  return (await ctx.tx.safetyHold.count({ where })) > 0;
}
