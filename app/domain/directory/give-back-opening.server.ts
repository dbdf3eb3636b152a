import { staffUserId } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";

/**
 * Gives back the opening that a referral had taken, when its acceptance is undone. Does nothing when it had taken
 * none or has given it back already. Answers the openings there are now, null when not counted.
 */
export async function giveBackOpening(ctx: Ctx, input: { serviceId: string; referralId: string }): Promise<number | null> {
  const { jurisdictionId } = ctx.actor;
  const taken = await ctx.tx.capacityEvent.aggregate({
    where: { jurisdictionId, serviceId: input.serviceId, referralId: input.referralId },
    _sum: { change: true },
  });
  if ((taken._sum.change ?? 0) >= 0) return null;
  await ctx.tx.service.updateMany({
    where: { id: input.serviceId, jurisdictionId, capacityAvailable: { not: null } },
    data: { capacityAvailable: { increment: 1 } },
  });
  const service = await ctx.tx.service.findFirst({ where: { id: input.serviceId, jurisdictionId } });
  await ctx.tx.capacityEvent.createMany({
    data: {
      id: newId(ctx.clock.now()),
      jurisdictionId,
      serviceId: input.serviceId,
      at: ctx.clock.now(),
      status: service?.capacityStatus ?? null,
      available: service?.capacityAvailable ?? null,
      change: 1,
      waitlistDays: service?.waitlistDays ?? null,
      source: "referral",
      actorId: staffUserId(ctx.actor),
      referralId: input.referralId,
    },
  });
  return service?.capacityAvailable ?? null;
}
