import type { Ctx } from "./context";
import { recordAudit } from "./audit.server";
import { NotFound } from "./errors";
import { isId } from "./ids";
import { whereFor } from "./policy.server";

export type OutboxMail = {
  id: string;
  template: string;
  status: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  createdAt: Date;
  toEmail: string | null;
};

/** One mail as it was written; audited. `html` is null when it was not kept. NotFound for another jurisdiction's. */
export async function readOutboxMessage(ctx: Ctx, input: { outboxId: string }): Promise<OutboxMail> {
  const reach = whereFor(ctx, "read", "OutboxMessage");
  const row = isId(input.outboxId)
    ? await ctx.tx.outboxMessage.findFirst({ where: { AND: [reach, { id: input.outboxId }] } })
    : null;
  if (!row) throw new NotFound();
  await recordAudit(ctx, { event: "outbox_message.read", entity: "OutboxMessage", entityId: row.id });
  const { id, template, status, subject, html, text, createdAt, toEmail } = row;
  return { id, template, status, subject, html, text, createdAt, toEmail };
}
