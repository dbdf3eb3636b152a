import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { confirmRow } from "../editing/confirm-listing.server";
import { findListing } from "../reading/find-listing.server";
import { listingKeySchema } from "../reading/listing-key.schema";

/** Somebody of the agency phoned and the provider said that the listing is still right: a check, on the provider's word. Throws NotFound, Conflict. */
export async function recordPhoneCheck(ctx: Ctx, input: z.input<typeof listingKeySchema>): Promise<void> {
  const key = parseInput(listingKeySchema, input);
  const row = await findListing(ctx, "review", key.id);
  await confirmRow(ctx, row, key.version, { verb: "review", reason: "phoned" });
}
