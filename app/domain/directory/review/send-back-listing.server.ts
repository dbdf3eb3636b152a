import { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { changeListing, findListing } from "../reading/find-listing.server";
import { listingKeySchema } from "../reading/listing-key.schema";
import { listingSections, sectionProgress } from "../editing/listing-sections";

const sendBackListingSchema = listingKeySchema.extend({
  sections: z.array(z.enum(listingSections)).min(1, "required"),
});

/** Somebody looked at a new listing and more is needed in some of its parts: back to its provider. Throws Invalid, NotFound, Conflict("not_in_review"). */
export async function sendBackListing(ctx: Ctx, input: z.input<typeof sendBackListingSchema>): Promise<void> {
  const { id, version, sections } = parseInput(sendBackListingSchema, input);
  const row = await findListing(ctx, "review", id);
  if (row.listingState !== "in_review") throw new Conflict("not_in_review");
  const wanting = Object.fromEntries(sections.map((section) => [section, "more_needed"]));
  const progress = { ...sectionProgress(row.sections), ...wanting };
  await changeListing(ctx, "review", { before: row, version }, { listingState: "draft", sections: progress });
  await recordAudit(ctx, {
    event: "listing.sent_back",
    entity: "Service",
    entityId: id,
    fields: [...sections],
  });
}
