import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { followLocations } from "./hide-locations.server";
import { hideSamePlaces } from "./hide-same-places.server";
import { markHiddenPlaces } from "./mark-hidden-places.server";
import { holdPlaces } from "./hold-places.server";

/**
 * Looks for victim services among all imported listings: until an administrator has decided, their places show the town at
 * most. What was decided stays decided. Answers how many organizations are held by it. Throws Forbidden.
 */
export async function holdVictimServices(ctx: Ctx): Promise<number> {
  whereFor(ctx, "import", "Service");
  const { organizations, held, changed } = await holdPlaces(
    ctx,
    Prisma.sql`select id from service where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid`,
  );
  await markHiddenPlaces(ctx, changed);
  changed.push(...(await hideSamePlaces(ctx, null)));
  if (changed.length + held.length > 0) await followLocations(ctx, changed, held);
  return organizations;
}
