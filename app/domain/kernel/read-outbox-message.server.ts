import type { Ctx } from "./context";
import { recordAudit } from "./audit.server";
import { NotFound } from "./errors";
import { isId } from "./ids";
import { type MailAddressee, readAddressees } from "./mail-addressees.server";
import { readableMails } from "./readable-mails.server";

export type OutboxMail = {
  id: string;
  template: string;
  status: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  lastError: string | null;
  createdAt: Date;
  to: MailAddressee;
  /** Never shown: for the files of the demo. */
  toEmail: string | null;
};

/** One mail as it was written; audited. `html` is null when it was not kept. NotFound for another jurisdiction's. */
export async function readOutboxMessage(ctx: Ctx, input: { outboxId: string }): Promise<OutboxMail> {
  const reach = await readableMails(ctx, "read");
  const row = isId(input.outboxId)
    ? await ctx.tx.outboxMessage.findFirst({ where: { AND: [reach, { id: input.outboxId }] } })
    : null;
  if (!row) throw new NotFound();
  await recordAudit(ctx, { event: "outbox_message.read", entity: "OutboxMessage", entityId: row.id });
  const { id, template, status, subject, html, text, lastError, createdAt } = row;
  const { masked: to, email: toEmail } = (await readAddressees(ctx, [row]))(row);
  return { id, template, status, subject, html, text, lastError, createdAt, to, toEmail };
}
