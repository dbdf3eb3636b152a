import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { confirmListing } from "./confirm-listing.server";
import { confirmedAtOnce } from "../reading/freshness";
import { listingKeySchema } from "../reading/listing-key.schema";

const confirmListingsSchema = z.object({
  keys: z.array(listingKeySchema).min(1, "required").max(confirmedAtOnce),
});

/** "All still right": up to five listings at once, each as the page showed it; all or none. Answers how many. Throws Invalid, NotFound, Conflict. */
export async function confirmListings(
  ctx: Ctx,
  input: z.input<typeof confirmListingsSchema>,
): Promise<number> {
  const { keys } = parseInput(confirmListingsSchema, input);
  for (const key of keys) await confirmListing(ctx, key);
  return keys.length;
}
