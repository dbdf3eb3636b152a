import { sendJob } from "~/db/job-queue.server";
import type { Ctx } from "./context";
import { newId } from "./ids";

export type Announcement = {
  /** A template of app/notify/templates. */
  template: string;
  toUserId?: string;
  toOrganizationId?: string;
  toEmail?: string;
  locale?: string;
  /** Ids only: the worker reads the rest when it renders. */
  params?: Record<string, string>;
};

/**
 * Announces a change in the transaction that makes it: an outbox row and the job that will send it.
 * Both vanish with a rollback. Returns the outbox row's id.
 */
export async function announce(ctx: Ctx, message: Announcement): Promise<string> {
  const at = ctx.clock.now();
  const id = newId(at);
  await ctx.tx.outboxMessage.createMany({
    data: {
      id,
      jurisdictionId: ctx.actor.jurisdictionId,
      template: message.template,
      toUserId: message.toUserId ?? null,
      toOrganizationId: message.toOrganizationId ?? null,
      toEmail: message.toEmail ?? null,
      locale: message.locale ?? "en",
      params: message.params ?? {},
      createdAt: at,
    },
  });
  await sendJob(ctx.tx, "mail", { outboxId: id, jurisdictionId: ctx.actor.jurisdictionId });
  return id;
}
