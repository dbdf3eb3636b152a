import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "./context";
import { Forbidden } from "./errors";

export type OutboxOutcome = {
  /** pending: to be tried again. */
  status: "sent" | "failed" | "suppressed" | "pending";
  providerMessageId?: string;
  /** A code, never an address or a text. */
  lastError?: string;
  /** What is kept to be read in the portal: only while no mail service is set up. */
  kept?: { subject: string; html: string; text: string };
};

/** Writes how an attempt to send went. System only. */
export async function settleOutboxMessage(ctx: Ctx, outboxId: string, outcome: OutboxOutcome): Promise<void> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const data: Prisma.OutboxMessageUpdateManyMutationInput = {
    status: outcome.status,
    lastError: outcome.lastError ?? null,
    ...(outcome.providerMessageId ? { providerMessageId: outcome.providerMessageId } : {}),
    ...(outcome.status === "sent" ? { sentAt: ctx.clock.now() } : {}),
    ...outcome.kept,
  };
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.outboxMessage.updateMany({ where: { id: outboxId, jurisdictionId }, data });
}
