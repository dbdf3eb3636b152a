import type { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { statusOfCount } from "./capacity";
import { changeListing, findListing } from "../reading/find-listing.server";
import { roomOfRow } from "../reading/get-listing.server";
import { saveOpenings } from "./save-openings.server";
import { setOpeningsSchema } from "./set-openings.schema";

/**
 * Sets how many openings a listing has, to a number or one up or down, or its waitlist; it counts as known from now on. At zero the
 * listing is full, or waitlisted when it has a waitlist. What was counted by place goes: nobody says where these are. Answers the
 * number. Throws Invalid, NotFound, Conflict.
 */
export async function setOpenings(ctx: Ctx, input: z.input<typeof setOpeningsSchema>): Promise<number> {
  const { id, version, available, change, waitlist } = parseInput(setOpeningsSchema, input);
  const row = await findListing(ctx, "set_openings", id);
  if (row.version !== version) throw new Conflict("listing_changed");
  // From a count that is too old to be shown nobody counts on.
  const shown = roomOfRow(row, ctx.clock.now()).kind === "unknown" ? null : row.capacityAvailable;
  const wanted = available ?? (shown ?? 0) + (change ?? 0);
  const count = Math.min(999, Math.max(0, wanted));
  const kept = { waitlistDays: row.waitlistDays, waitlistLength: row.waitlistLength };
  const after = waitlist
    ? { capacityStatus: "waitlist" as const, waitlistDays: waitlist.days, waitlistLength: waitlist.length }
    : { capacityStatus: statusOfCount(count, row.waitlistDays ?? row.waitlistLength), ...kept };
  await ctx.tx.serviceAtLocation.updateMany({
    where: { serviceId: id, jurisdictionId: ctx.actor.jurisdictionId, capacityAsOf: { not: null } },
    data: { capacityAvailable: null, capacityAsOf: null },
  });
  const openings = await saveOpenings(ctx, row, { ...after, available: waitlist ? 0 : count });
  await changeListing(ctx, "set_openings", { before: row, version }, openings);
  await recordAudit(ctx, {
    event: "listing.openings_set",
    entity: "Service",
    entityId: id,
    fields: waitlist ? ["waitlistDays", "waitlistLength"] : ["capacityAvailable"],
  });
  return waitlist ? 0 : count;
}
