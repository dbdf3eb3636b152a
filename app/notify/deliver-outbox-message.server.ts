import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import {
  claimOutboxMessage,
  isSuppressed,
  type OutboxOutcome,
  settleOutboxMessage,
} from "~/domain/kernel/index.server";
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

/** The mail without the addresses that must not be written to; null when none is left. */
async function stillWanted(ctx: Ctx, addressed: Addressed): Promise<Addressed | null> {
  const security = securityTemplates.includes(addressed.facts.template);
  const wanted: string[] = [];
  for (const email of addressed.to) if (!(await isSuppressed(ctx, { email, security }))) wanted.push(email);
  return wanted.length > 0 ? { ...addressed, to: wanted } : null;
}

/** Claims the row and reads what it needs; no mails when there is nothing to send any more. */
function prepare(job: MailJob): Promise<Addressed[]> {
  return asSystem(job, async (ctx) => {
    const row = await claimOutboxMessage(ctx, job.outboxId);
    if (!row) return [];
    const gathered = await gatherMailFacts(ctx, row);
    const wanted: Addressed[] = [];
    for (const addressed of gathered ?? []) {
      const one = await stillWanted(ctx, addressed);
      if (one) wanted.push(one);
    }
    if (wanted.length > 0) return wanted;
    const lastError = gathered ? "no_recipient" : "unknown_template";
    await settleOutboxMessage(ctx, job.outboxId, { status: gathered ? "suppressed" : "failed", lastError });
    return [];
  });
}

/** A link that acts for somebody is not for whoever may read the outbox. */
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

/** Composes and sends one of a message's mails; while nothing leaves the portal, with what is kept of it. */
async function sendOne(port: MailPort, job: MailJob, addressed: Addressed): Promise<OutboxOutcome> {
  const composed = await composeMail(addressed.facts);
  const from = { email: env().MAIL_FROM, name: composed.senderName };
  const { subject, html, text } = composed;
  const outcome = await carry(port, { ...job, to: addressed.to, from, subject, html, text });
  return port.keeps ? { ...outcome, kept: kept(composed, addressed.secret) } : outcome;
}

/** What the row says of several mails: to be tried again if one is, failed only if all are; the first one is kept. */
function summed(outcomes: readonly OutboxOutcome[]): OutboxOutcome {
  const byRank = (["pending", "sent", "failed"] as const).map((status) =>
    outcomes.find((outcome) => outcome.status === status),
  );
  const telling = byRank.find(Boolean) ?? { status: "failed" as const };
  return outcomes[0]?.kept ? { ...telling, kept: outcomes[0].kept } : telling;
}

/**
 * Sends one message of the outbox: re-reads it by id, marks the attempt, renders its mails, hands them to the mail
 * service and writes how that went. A repeat is harmless; a fault that may pass throws, so that the job comes again.
 */
export async function deliverOutboxMessage(job: MailJob, port: MailPort = mailPort()): Promise<void> {
  const outcomes: OutboxOutcome[] = [];
  for (const addressed of await prepare(job)) outcomes.push(await sendOne(port, job, addressed));
  if (outcomes.length === 0) return;
  const outcome = summed(outcomes);
  await asSystem(job, (ctx) => settleOutboxMessage(ctx, job.outboxId, outcome));
  if (outcome.status === "pending") throw new MailRefused(outcome.lastError ?? "unknown", false);
}
