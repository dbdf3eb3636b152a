import { startOfDay } from "../../kernel/calendar";
import type { Ctx } from "../../kernel/context";
import { readSettings } from "../../organizations/index.server";
import { asCheck } from "./find-check.server";
import { sendChecks } from "./send-checks.server";

/**
 * Two people said that the same field of a listing is wrong: its provider is asked now, naming the field. Once a day for an
 * organization. Answers false when it was asked today already, or there is nobody to write to.
 */
export async function askBecauseOfConcern(
  ctx: Ctx,
  input: { serviceId: string; field: string },
): Promise<boolean> {
  const system = asCheck(ctx);
  const { jurisdictionId } = ctx.actor;
  const listing = await ctx.tx.service.findFirst({
    where: { id: input.serviceId, jurisdictionId, listingState: "published" },
    select: { id: true, version: true, organizationId: true },
  });
  if (!listing) return false;
  const { organizationId } = listing;
  const { timeZone } = await readSettings(system);
  const today = startOfDay(timeZone, ctx.clock.today(timeZone));
  const asked = await ctx.tx.listingCheck.count({
    where: { jurisdictionId, organizationId, kind: "concern", sentAt: { gte: today } },
  });
  if (asked > 0) return false;
  const check = { serviceId: listing.id, listingVersion: listing.version, kind: "concern" as const, turn: 1 };
  return sendChecks(system, { organizationId, template: "listing-concern", field: input.field }, [check]);
}
