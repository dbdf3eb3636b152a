import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { claimOutboxMessage, isSuppressed, settleOutboxMessage } from "~/domain/kernel/index.server";
import type { OutboxOutcome } from "~/domain/kernel/settle-outbox-message.server";
import { env } from "~/env.server";
import { type ComposedMail, composeMail } from "./compose-mail.server";
import { type Addressed, gatherMailFacts } from "./gather-mail-facts.server";
import { type Mail, type MailPort, MailRefused } from "./mail-port";
import { mailPort } from "./mail-port.server";
import { securityTemplates } from "./templates/template-names";

export type MailJob = { outboxId: string; jurisdictionId: string };

function asSystem<T>({ jurisdictionId }: MailJob, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor: SystemActor = { kind: "system", name: "mail", jurisdictionId };
  return inTransaction({ jurisdictionId }, (tx) => run({ actor, tx, clock: systemClock }));
}

async function stillWanted(ctx: Ctx, addressed: Addressed): Promise<string[]> {
  const security = securityTemplates.includes(addressed.facts.template);
  const wanted: string[] = [];
  for (const email of addressed.to) if (!(await isSuppressed(ctx, { email, security }))) wanted.push(email);
  return wanted;
}

/** Claims the row and reads what it needs; null when there is nothing to send any more. */
function prepare(job: MailJob): Promise<Addressed | null> {
  return asSystem(job, async (ctx) => {
    const row = await claimOutboxMessage(ctx, job.outboxId);
    if (!row) return null;
    const addressed = await gatherMailFacts(ctx, row);
    const to = addressed ? await stillWanted(ctx, addressed) : [];
    if (addressed && to.length > 0) return { ...addressed, to };
    const lastError = addressed ? "no_recipient" : "unknown_template";
    await settleOutboxMessage(ctx, job.outboxId, { status: addressed ? "suppressed" : "failed", lastError });
    return null;
  });
}

/** A family's link is not for whoever may read the outbox. */
function kept(mail: ComposedMail, secret: string | null): OutboxOutcome["kept"] {
  const hide = (words: string) => (secret ? words.replaceAll(secret, "PRIVATE-LINK") : words);
  return { subject: mail.subject, html: hide(mail.html), text: hide(mail.text) };
}

async function carry(port: MailPort, mail: Mail): Promise<OutboxOutcome> {
  try {
    const { messageId } = await port.send(mail);
    return { status: "sent", providerMessageId: messageId };
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    return { status: error.final ? "failed" : "pending", lastError: error.code };
  }
}

/**
 * Sends one message of the outbox: re-reads it by id, marks the attempt, renders it, hands it to the mail service and
 * writes how that went. A repeat is harmless; a fault that may pass throws, so that the job comes again.
 */
export async function deliverOutboxMessage(job: MailJob, port: MailPort = mailPort()): Promise<void> {
  const addressed = await prepare(job);
  if (!addressed) return;
  const composed = await composeMail(addressed.facts);
  const from = { email: env().MAIL_FROM, name: composed.senderName };
  const { subject, html, text } = composed;
  const outcome = await carry(port, { ...job, to: addressed.to, from, subject, html, text });
  const keeping = port.keeps ? { kept: kept(composed, addressed.secret) } : {};
  await asSystem(job, (ctx) => settleOutboxMessage(ctx, job.outboxId, { ...outcome, ...keeping }));
  if (outcome.status === "pending") throw new MailRefused(outcome.lastError ?? "unknown", false);
}
