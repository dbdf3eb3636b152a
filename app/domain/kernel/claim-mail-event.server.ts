import type { Ctx } from "./context";
import { Forbidden } from "./errors";

/** True the first time an event of the mail service is told; it tells the same one several times. System only. */
export async function claimMailEvent(ctx: Ctx, eventId: string): Promise<boolean> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { count } = await ctx.tx.idempotencyKey.createMany({
    data: {
      key: `mail-event:${eventId}`,
      jurisdictionId: ctx.actor.jurisdictionId,
      actorId: "mail",
      result: {},
      createdAt: ctx.clock.now(),
    },
    skipDuplicates: true,
  });
  return count === 1;
}
