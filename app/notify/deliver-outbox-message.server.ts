import { mailRetries } from "~/db/job-queue.server";
import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import {
  claimOutboxMessage,
  isSuppressed,
  markReached,
  type OutboxOutcome,
  settleOutboxMessage,
  suppressAddress,
  wasReached,
} from "~/domain/kernel/index.server";
import { env } from "~/env.server";
import { type ComposedMail, composeMail } from "./compose-mail.server";
import { type Addressed, gatherMailFacts } from "./gather-mail-facts.server";
import { type Carried, type Mail, type MailPort, MailRefused } from "./mail-port";
import { mailPort } from "./mail-port.server";
import { maskPrivateLinks } from "./mask-private-links";
import { securityTemplates } from "./templates/template-names";

export type MailJob = { outboxId: string; jurisdictionId: string };

function asSystem<T>({ jurisdictionId }: MailJob, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor: SystemActor = { kind: "system", name: "mail", jurisdictionId };
  return inTransaction({ jurisdictionId }, (tx) => run({ actor, tx, clock: systemClock }));
}

type Claimed = { mails: Addressed[]; attempts: number };

/** The mail without the addresses that must not be written to, and without those that an earlier try reached. */
async function stillWanted(
  ctx: Ctx,
  job: MailJob,
  addressed: Addressed,
): Promise<Addressed & { reached: number }> {
  const security = securityTemplates.includes(addressed.facts.template);
  const to: string[] = [];
  let reached = 0;
  for (const email of addressed.to) {
    if (await wasReached(ctx, { outboxId: job.outboxId, email })) reached += 1;
    else if (!(await isSuppressed(ctx, { email, security }))) to.push(email);
  }
  return { ...addressed, to, reached };
}

/** Claims the row and reads what it needs; no mails when there is nothing to send any more. */
function prepare(job: MailJob): Promise<Claimed> {
  return asSystem(job, async (ctx) => {
    const none = { mails: [], attempts: 0 };
    const row = await claimOutboxMessage(ctx, job.outboxId);
    if (!row) return none;
    const gathered = await gatherMailFacts(ctx, row);
    const looked = [];
    for (const addressed of gathered ?? []) looked.push(await stillWanted(ctx, job, addressed));
    const mails = looked.filter(({ to }) => to.length > 0);
    if (mails.length > 0) return { mails, attempts: row.attempts };
    const reached = looked.some((one) => one.reached > 0);
    const lastError = gathered ? "no_recipient" : "unknown_template";
    const nobody = { status: gathered ? ("suppressed" as const) : ("failed" as const), lastError };
    await settleOutboxMessage(ctx, job.outboxId, reached ? { status: "sent" } : nobody);
    return none;
  });
}

/** A link that acts for somebody is not for whoever may read the outbox. */
function kept({ subject, html, text }: ComposedMail): OutboxOutcome["kept"] {
  return { subject, html: maskPrivateLinks(html), text: maskPrivateLinks(text) };
}

type Tried = OutboxOutcome & { reached: string[]; bounced: string[] };

/** What became of one mail: to be tried again while an address may still take it, failed when none did. */
function triedOf(mail: Mail, { messageId, refused = [] }: Carried): Tried {
  const missed = new Set(refused.map(({ email }) => email));
  const later = refused.find(({ final }) => !final);
  const status = later ? "pending" : missed.size === mail.to.length ? "failed" : "sent";
  return {
    status,
    providerMessageId: messageId,
    lastError: (later ?? refused[0])?.code,
    reached: mail.to.filter((email) => !missed.has(email)),
    bounced: refused.filter(({ bounced }) => bounced).map(({ email }) => email),
  };
}

async function carry(port: MailPort, mail: Mail): Promise<Tried> {
  try {
    return triedOf(mail, await port.send(mail));
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    const status = error.final ? "failed" : "pending";
    return { status, lastError: error.code, reached: [], bounced: [] };
  }
}

/** Composes and sends one of a message's mails; while nothing leaves the portal, with what is kept of it. */
async function sendOne(port: MailPort, job: MailJob, addressed: Addressed): Promise<Tried> {
  const composed = await composeMail(addressed.facts);
  const from = { email: env().MAIL_FROM, name: composed.senderName };
  const { subject, html, text } = composed;
  const outcome = await carry(port, { ...job, to: addressed.to, from, subject, html, text });
  return port.keeps ? { ...outcome, kept: kept(composed) } : outcome;
}

/** What the row says of several mails: to be tried again if one is, failed only if all are; the first one is kept. */
function summed(outcomes: readonly Tried[], attempts: number): OutboxOutcome {
  const byRank = (["pending", "sent", "failed"] as const).map((status) =>
    outcomes.find((outcome) => outcome.status === status),
  );
  const { status = "failed", providerMessageId, lastError } = byRank.find(Boolean) ?? {};
  const last = status === "pending" && attempts > mailRetries;
  const keptOne = outcomes[0]?.kept ? { kept: outcomes[0].kept } : {};
  return { status: last ? "failed" : status, providerMessageId, lastError, ...keptOne };
}

/** Writes how it went: the row, the addresses that take nothing, and whom a further try leaves out. */
function settle(job: MailJob, outcome: OutboxOutcome, tried: readonly Tried[]): Promise<void> {
  const { outboxId } = job;
  return asSystem(job, async (ctx) => {
    for (const email of tried.flatMap(({ bounced }) => bounced))
      await suppressAddress(ctx, { email, reason: "bounce" });
    if (outcome.status === "pending")
      for (const email of tried.flatMap(({ reached }) => reached))
        await markReached(ctx, { outboxId, email });
    await settleOutboxMessage(ctx, outboxId, outcome);
  });
}

/**
 * Sends one message of the outbox: re-reads it by id, marks the attempt, renders its mails, hands them to the mail
 * service and writes how that went. A repeat is harmless; a fault that may pass throws, so that the job comes again, and
 * after its last try the row says that it failed.
 */
export async function deliverOutboxMessage(job: MailJob, port: MailPort = mailPort()): Promise<void> {
  const { mails, attempts } = await prepare(job);
  const tried: Tried[] = [];
  for (const addressed of mails) tried.push(await sendOne(port, job, addressed));
  if (tried.length === 0) return;
  const outcome = summed(tried, attempts);
  await settle(job, outcome, tried);
  if (tried.some(({ status }) => status === "pending"))
    throw new MailRefused(outcome.lastError ?? "other", false);
}
