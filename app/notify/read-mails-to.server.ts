import type { Ctx } from "~/domain/kernel/context";
import { Forbidden } from "~/domain/kernel/errors";
import { recordAudit } from "~/domain/kernel/index.server";
import { resolveMailRecipients } from "~/domain/organizations/index.server";
import { composeMail } from "./compose-mail.server";
import { gatherMailFacts } from "./gather-mail-facts.server";
import { familyTemplates } from "./templates/template-names";

export type MailTo = { subject: string; text: string; createdAt: Date };

/** How far back mails are looked through, and how many of one address are shown. */
const reach = { looked: 500, shown: 3 };

/**
 * The latest kept mails to one address with their private links made again, the latest first; each reading is audited.
 * A family's are not among them: its worker hands over its link. System only: it is for who keeps the machine.
 */
export async function readMailsTo(ctx: Ctx, input: { email: string }): Promise<MailTo[]> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const email = input.email.trim().toLowerCase();
  const rows = await ctx.tx.outboxMessage.findMany({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      html: { not: null },
      template: { notIn: [...familyTemplates] },
    },
    orderBy: { createdAt: "desc" },
    take: reach.looked,
  });
  const mails: MailTo[] = [];
  for (const row of rows) {
    const recipients = await resolveMailRecipients(ctx, row);
    if (!recipients.some((one) => one.email.toLowerCase() === email)) continue;
    const gathered = (await gatherMailFacts(ctx, row)) ?? [];
    const addressed = gathered.find(({ to }) => to.some((one) => one.toLowerCase() === email));
    if (!addressed) continue;
    const { subject, text } = await composeMail(addressed.facts);
    await recordAudit(ctx, { event: "outbox_message.links_read", entity: "OutboxMessage", entityId: row.id });
    mails.push({ subject, text, createdAt: row.createdAt });
    if (mails.length === reach.shown) break;
  }
  return mails;
}
