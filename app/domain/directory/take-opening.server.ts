import { staffUserId } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";

/**
 * One opening of a listing goes to an accepted referral, inside the transaction that accepts it. A listing whose
 * openings are not counted, or already at zero, stays as it is. Answers the openings left, null when not counted.
 */
export async function takeOpening(ctx: Ctx, input: { serviceId: string; referralId: string }): Promise<number | null> {
  const { jurisdictionId } = ctx.actor;
  const { count } = await ctx.tx.service.updateMany({
    where: { id: input.serviceId, jurisdictionId, capacityAvailable: { gt: 0 } },
    data: { capacityAvailable: { decrement: 1 } },
  });
  const service = await ctx.tx.service.findFirst({ where: { id: input.serviceId, jurisdictionId } });
  if (count === 0 || !service) return service?.capacityAvailable ?? null;
  await ctx.tx.capacityEvent.createMany({
    data: {
      id: newId(ctx.clock.now()),
      jurisdictionId,
      serviceId: service.id,
      at: ctx.clock.now(),
      status: service.capacityStatus,
      available: service.capacityAvailable,
      change: -1,
      waitlistDays: service.waitlistDays,
      source: "referral",
      actorId: staffUserId(ctx.actor),
      referralId: input.referralId,
    },
  });
  return service.capacityAvailable;
}
