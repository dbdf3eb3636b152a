import type { z } from "zod";
import { recordAudit } from "../kernel/audit.server";
import { staffUserId } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { parseInput } from "../kernel/parse-input";
import { changeListing, findListing } from "./find-listing.server";
import { listingKeySchema } from "./listing-key.schema";
import { saveOpenings } from "./save-openings.server";

/**
 * "Still right": somebody of the provider looked at a published listing, its openings with it, and nothing has changed.
 * Throws NotFound, Conflict.
 */
export async function confirmListing(ctx: Ctx, input: z.input<typeof listingKeySchema>): Promise<void> {
  const key = parseInput(listingKeySchema, input);
  const row = await findListing(ctx, "confirm", key.id);
  if (row.listingState !== "published") throw new Conflict("not_published");
  const { capacityStatus, capacityAvailable: available, waitlistDays } = row;
  const openings = capacityStatus
    ? await saveOpenings(ctx, row, { capacityStatus, available, waitlistDays }, "confirmed")
    : {};
  const checked = { assuredAt: ctx.clock.now(), assuredByUserId: staffUserId(ctx.actor) };
  await changeListing(
    ctx,
    "confirm",
    { before: row, version: key.version },
    { ...openings, ...checked },
    "confirm",
  );
  await recordAudit(ctx, { event: "listing.confirmed", entity: "Service", entityId: key.id });
}
