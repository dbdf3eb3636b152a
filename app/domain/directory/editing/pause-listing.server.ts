import type { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { changeListing, findListing } from "../reading/find-listing.server";
import { pauseListingSchema } from "./pause-listing.schema";

/** Pauses a published listing, or takes it up again: paused, it stays readable but takes no referrals. Throws NotFound, Conflict. */
export async function pauseListing(ctx: Ctx, input: z.input<typeof pauseListingSchema>): Promise<void> {
  const { paused, ...key } = parseInput(pauseListingSchema, input);
  const row = await findListing(ctx, "pause", key.id);
  if (row.listingState !== "published" || !["active", "temporarily_closed"].includes(row.status))
    throw new Conflict("not_published");
  const status = paused ? "temporarily_closed" : "active";
  await changeListing(ctx, "pause", { before: row, version: key.version }, { status });
  await recordAudit(ctx, {
    event: paused ? "listing.paused" : "listing.resumed",
    entity: "Service",
    entityId: key.id,
    fields: ["status"],
  });
}
