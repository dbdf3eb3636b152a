import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { followLocations } from "./hide-locations.server";
import { holdOrganization } from "./hold-places.server";
import { markHiddenPlaces } from "./mark-hidden-places.server";

/**
 * An organization that an administrator marks as a victim service: what imports told of it that none of its people has confirmed is held until
 * they say which of it families see all the same; where that was said already, it is hidden so. Throws Forbidden, NotFound.
 */
export async function holdMarked(ctx: Ctx, { organizationId }: { organizationId: string }): Promise<void> {
  whereFor(ctx, "review", "Service");
  const { jurisdictionId } = ctx.actor;
  if ((await ctx.tx.organization.count({ where: { jurisdictionId, id: organizationId } })) === 0)
    throw new NotFound();
  const listings = await ctx.tx.service.findMany({
    where: { jurisdictionId, organizationId, source: { not: "portal" }, mergedIntoId: null, assuredAt: null },
    select: { id: true, name: true },
  });
  if (listings.length === 0) return;
  await ctx.tx.safetyHold.updateMany({
    where: { jurisdictionId, organizationId, status: "is_not" },
    data: { status: "open", decidedAt: null, decidedById: null },
  });
  const { changed } = await holdOrganization(
    ctx,
    organizationId,
    listings.map(({ id, name }) => ({
      serviceId: id,
      name,
      reasons: [{ rule: "organization", words: name }],
    })),
  );
  await markHiddenPlaces(ctx, changed);
  await followLocations(ctx, changed, [organizationId]);
}
