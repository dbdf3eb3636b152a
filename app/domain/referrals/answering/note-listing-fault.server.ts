import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";

/** A decline that faults the listing asks for its review, as any "Something wrong?" does; it names no family. */
export async function noteListingFault(ctx: Ctx, serviceId: string): Promise<void> {
  const at = ctx.clock.now();
  await ctx.tx.listingConcern.createMany({
    data: { id: newId(at), jurisdictionId: ctx.actor.jurisdictionId, serviceId, field: "other", at },
  });
}
