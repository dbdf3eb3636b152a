import { z } from "zod";
import { staffUserId } from "../kernel/actor";
import { recordAudit, whereFor } from "../kernel/index.server";
import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { isId } from "../kernel/ids";
import { parseInput } from "../kernel/parse-input";
import { concernResolutions } from "./concern-resolutions";

const resolveConcernSchema = z.object({
  id: z.string(),
  resolution: z.enum(concernResolutions, "required"),
});

/** The agency settles one report of something wrong. Throws Invalid, NotFound, Conflict("already_settled"). */
export async function resolveConcern(ctx: Ctx, input: z.input<typeof resolveConcernSchema>): Promise<void> {
  const reach = whereFor(ctx, "resolve", "ListingConcern");
  const { id, resolution } = parseInput(resolveConcernSchema, input);
  if (!isId(id)) throw new NotFound();
  const { count } = await ctx.tx.listingConcern.updateMany({
    where: { AND: [reach, { id, resolvedAt: null }] },
    data: { resolvedAt: ctx.clock.now(), resolvedById: staffUserId(ctx.actor), resolution },
  });
  if (count === 0) {
    if ((await ctx.tx.listingConcern.count({ where: { AND: [reach, { id }] } })) === 0) throw new NotFound();
    throw new Conflict("already_settled");
  }
  await recordAudit(ctx, {
    event: "listing.concern_settled",
    entity: "ListingConcern",
    entityId: id,
    reason: resolution,
  });
}
