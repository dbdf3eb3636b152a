import type { Service } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { sealedOrganization } from "../../organizations/index.server";
import { statusOfCount } from "./capacity";
import { mirrorListingRows } from "../search-index/mirror-listing-rows.server";
import { writeSearchRows } from "../search-index/write-search-rows.server";

type Opening = { serviceId: string; referralId: string };

async function noteMove(ctx: Ctx, service: Service, referralId: string, change: 1 | -1): Promise<void> {
  const at = ctx.clock.now();
  await ctx.tx.capacityEvent.createMany({
    data: {
      id: newId(at),
      jurisdictionId: service.jurisdictionId,
      serviceId: service.id,
      at,
      status: service.capacityStatus,
      available: service.capacityAvailable,
      change,
      waitlistDays: service.waitlistDays,
      source: "referral",
      actorId: staffUserId(ctx.actor),
      referralId,
    },
  });
}

/** The count, moved by one where there is one to move; the status follows when it reaches or leaves zero. */
export async function moveOpening(ctx: Ctx, opening: Opening, change: 1 | -1): Promise<number | null> {
  const where = { id: opening.serviceId, jurisdictionId: ctx.actor.jurisdictionId };
  const { count } = await ctx.tx.service.updateMany({
    // A public number that falls by one tells that a sealed organization said yes: it sets its own by hand.
    where: {
      ...where,
      NOT: { organization: sealedOrganization },
      capacityAvailable: change < 0 ? { gt: 0 } : { not: null },
    },
    data: { capacityAvailable: { increment: change }, lastModified: ctx.clock.now() },
  });
  const service = await ctx.tx.service.findFirst({ where });
  if (count === 0 || !service) return service?.capacityAvailable ?? null;
  const status = statusOfCount(service.capacityAvailable ?? 0, service.waitlistDays);
  if (status !== service.capacityStatus)
    await ctx.tx.service.updateMany({ where, data: { capacityStatus: status } });
  // A card says the count itself.
  await writeSearchRows(ctx, [service.id]);
  await mirrorListingRows(ctx, [service.id]);
  await noteMove(ctx, { ...service, capacityStatus: status }, opening.referralId, change);
  return service.capacityAvailable;
}
