import type { Ctx } from "../../kernel/context";
import { actorStamp } from "../../kernel/actor";

/**
 * Claims a form's key for this actor. `first`: this post is the first and may write. Otherwise the form
 * was posted before, and `referralId` is what it made. Two posts at once wait for each other in the database.
 */
export async function claimFormKey(
  ctx: Ctx,
  formKey: string,
  referralId: string,
): Promise<{ first: boolean; referralId: string }> {
  const actorId = actorStamp(ctx.actor).actorId ?? "";
  const key = `referral:${actorId}:${formKey}`;
  const { count } = await ctx.tx.idempotencyKey.createMany({
    data: {
      key,
      jurisdictionId: ctx.actor.jurisdictionId,
      actorId,
      result: { referralId },
      createdAt: ctx.clock.now(),
    },
    skipDuplicates: true,
  });
  if (count === 1) return { first: true, referralId };
  const before = await ctx.tx.idempotencyKey.findUniqueOrThrow({ where: { key } });
  return { first: false, referralId: (before.result as { referralId: string }).referralId };
}
