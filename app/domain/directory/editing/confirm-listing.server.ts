import type { z } from "zod";
import { staffUserId } from "../../kernel/actor";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { earlier } from "../../kernel/durations";
import { parseInput } from "../../kernel/parse-input";
import { settleChecks } from "../checks/settle-checks.server";
import { changeListing, findListing } from "../reading/find-listing.server";
import type { ListingRow } from "../reading/listing-row";
import { listingKeySchema } from "../reading/listing-key.schema";
import type { ChangedBy } from "../history/record-field-changes.server";
import { capacityDecayDays, isToldStill } from "../openings/capacity";
import { saveOpenings } from "../openings/save-openings.server";

/** Counts of places that are shown still are right still, as the listing's own. */
async function confirmPlaceCounts(ctx: Ctx, serviceId: string): Promise<void> {
  const now = ctx.clock.now();
  const since = earlier(now, { days: capacityDecayDays });
  await ctx.tx.serviceAtLocation.updateMany({
    where: { serviceId, jurisdictionId: ctx.actor.jurisdictionId, capacityAsOf: { gte: since } },
    data: { capacityAsOf: now },
  });
}

/** Counts a published listing as looked at now, its openings with it, and its open mails as answered. */
export async function confirmRow(
  ctx: Ctx,
  row: ListingRow,
  version: number,
  how: { changedBy?: ChangedBy; reason?: string; verb?: "review" } = {},
): Promise<void> {
  if (row.listingState !== "published") throw new Conflict("not_published");
  const { capacityStatus, capacityAvailable: available, waitlistDays, waitlistLength } = row;
  // Only what was shown is confirmed: an old count is shown as unknown, and stays so until somebody counts.
  const openings =
    capacityStatus && isToldStill(row.capacityAsOf, ctx.clock.now())
      ? await saveOpenings(ctx, row, { capacityStatus, available, waitlistDays, waitlistLength }, "confirmed")
      : {};
  await confirmPlaceCounts(ctx, row.id);
  const checked = { assuredAt: ctx.clock.now(), assuredByUserId: staffUserId(ctx.actor) };
  const told = { action: "confirm" as const, changedBy: how.changedBy };
  await changeListing(
    ctx,
    how.verb ?? "confirm",
    { before: row, version },
    { ...openings, ...checked },
    told,
  );
  await settleChecks(ctx, row.id, "still_right");
  const { id: entityId } = row;
  await recordAudit(ctx, { event: "listing.confirmed", entity: "Service", entityId, reason: how.reason });
}

/**
 * "Still right": somebody of the provider looked at a published listing, its openings with it, and nothing has changed.
 * Throws NotFound, Conflict.
 */
export async function confirmListing(ctx: Ctx, input: z.input<typeof listingKeySchema>): Promise<void> {
  const key = parseInput(listingKeySchema, input);
  await confirmRow(ctx, await findListing(ctx, "confirm", key.id), key.version);
}
