import type { OutboxMessage } from "~/db/generated/client";
import type { Ctx } from "./context";
import { Forbidden } from "./errors";

/**
 * Marks a message as being sent, with the attempt, before anything leaves; null when it is done already or stopped.
 * System only.
 */
export async function claimOutboxMessage(ctx: Ctx, outboxId: string): Promise<OutboxMessage | null> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { jurisdictionId } = ctx.actor;
  const { count } = await ctx.tx.outboxMessage.updateMany({
    where: { id: outboxId, jurisdictionId, status: { in: ["pending", "sending"] } },
    data: { status: "sending", attempts: { increment: 1 } },
  });
  return count === 0 ? null : ctx.tx.outboxMessage.findFirst({ where: { id: outboxId, jurisdictionId } });
}
