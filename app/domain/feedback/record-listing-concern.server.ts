import type { z } from "zod";
import { recordAudit, whereFor } from "../kernel/index.server";
import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { parseInput } from "../kernel/parse-input";
import { getPublishedListings } from "../directory/index.server";
import { askAboutConcerns } from "./ask-about-concerns.server";
import { recordListingConcernSchema } from "./record-listing-concern.schema";

/** Somebody says that a published listing is not right. Keeps no person. Throws NotFound, Invalid. */
export async function recordListingConcern(
  ctx: Ctx,
  input: z.input<typeof recordListingConcernSchema>,
): Promise<void> {
  whereFor(ctx, "record", "ListingConcern");
  const { slug, field, words } = parseInput(recordListingConcernSchema, input);
  const [listing] = await getPublishedListings(ctx, { slugs: [slug] });
  if (!listing) throw new NotFound();
  const at = ctx.clock.now();
  const id = newId(at);
  await ctx.tx.listingConcern.createMany({
    data: { id, jurisdictionId: ctx.actor.jurisdictionId, serviceId: listing.serviceId, field, words, at },
  });
  await recordAudit(ctx, {
    event: "listing.concern_recorded",
    entity: "ListingConcern",
    entityId: id,
    fields: [field],
  });
  await askAboutConcerns(ctx, { serviceId: listing.serviceId });
}
