import { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { changeListing, findListing } from "../reading/find-listing.server";
import { listingKeySchema } from "../reading/listing-key.schema";
import { unpublishReasons } from "./unpublish-reasons";

const unpublishListingSchema = listingKeySchema.extend({
  reason: z.enum(unpublishReasons, "required"),
  /** It must not come back by an import or by its provider. */
  doNotList: z.boolean().default(false),
});

/**
 * The agency takes a listing out of the directory, or out for good. Open referrals stay where they are. Throws Invalid,
 * NotFound, Conflict("not_published") for a draft or one that is out already.
 */
export async function unpublishListing(
  ctx: Ctx,
  input: z.input<typeof unpublishListingSchema>,
): Promise<void> {
  const { id, version, reason, doNotList } = parseInput(unpublishListingSchema, input);
  const row = await findListing(ctx, "review", id);
  const state = doNotList ? "do_not_list" : "unpublished";
  if (row.listingState === state || row.listingState === "draft") throw new Conflict("not_published");
  await changeListing(ctx, "review", { before: row, version }, { listingState: state });
  const event = doNotList ? "listing.marked_do_not_list" : "listing.unpublished";
  await recordAudit(ctx, { event, entity: "Service", entityId: id, fields: ["listingState"], reason });
}
