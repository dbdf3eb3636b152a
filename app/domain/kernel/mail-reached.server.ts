import type { Ctx } from "./context";
import { Forbidden } from "./errors";
import { hashAddress } from "./mail-suppression.server";

type Reached = { outboxId: string; email: string };

const keyOf = ({ outboxId, email }: Reached) => `mail-reached:${outboxId}:${hashAddress(email)}`;

/** Notes that a message reached one of its addresses while another is tried again. System only. */
export async function markReached(ctx: Ctx, input: Reached): Promise<void> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { jurisdictionId } = ctx.actor;
  const row = { key: keyOf(input), jurisdictionId, actorId: "mail", result: {}, createdAt: ctx.clock.now() };
  await ctx.tx.idempotencyKey.createMany({ data: row, skipDuplicates: true });
}

/** Whether an earlier try of the message reached the address: it is not written to twice. System only. */
export async function wasReached(ctx: Ctx, input: Reached): Promise<boolean> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { jurisdictionId } = ctx.actor;
  return (await ctx.tx.idempotencyKey.count({ where: { key: keyOf(input), jurisdictionId } })) > 0;
}
