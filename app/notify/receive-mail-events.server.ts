import { verify } from "node:crypto";
import { z } from "zod";
import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import { claimMailEvent, settleOutboxMessage, suppressAddress } from "~/domain/kernel/index.server";

const maxAgeSeconds = 600;
const event = z.object({
  sg_event_id: z.string().max(200),
  event: z.string(),
  email: z.string().max(320).optional(),
  /** Ours come back with the mail (sendgrid-port.server.ts); what has none is not ours. */
  outboxId: z.uuid(),
  jurisdictionId: z.uuid(),
});
const suppressing = {
  bounce: "bounce",
  dropped: "dropped",
  spamreport: "spamreport",
  unsubscribe: "unsubscribe",
} as const;
const failing: readonly string[] = ["bounce", "dropped"];

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Whether the body was signed by the mail service just now. Raw text: JSON written again does not fit the signature. */
export function isSigned(input: {
  publicKey: string;
  signature: string;
  timestamp: string;
  body: string;
  now: Date;
}): boolean {
  const age = Math.abs(input.now.getTime() / 1000 - Number(input.timestamp));
  if (!(age <= maxAgeSeconds)) return false;
  try {
    const key = {
      key: Buffer.from(input.publicKey, "base64"),
      format: "der" as const,
      type: "spki" as const,
    };
    const signed = Buffer.concat([Buffer.from(input.timestamp), Buffer.from(input.body)]);
    return verify("sha256", signed, key, Buffer.from(input.signature, "base64"));
  } catch {
    return false;
  }
}

async function take(one: z.infer<typeof event>): Promise<void> {
  const { jurisdictionId, outboxId } = one;
  const actor = { kind: "system" as const, name: "mail-events", jurisdictionId };
  await inTransaction({ jurisdictionId }, async (tx) => {
    const ctx = { actor, tx, clock: systemClock };
    if (!(await claimMailEvent(ctx, one.sg_event_id))) return;
    const reason = suppressing[one.event as keyof typeof suppressing];
    if (reason && one.email) await suppressAddress(ctx, { email: one.email, reason });
    if (failing.includes(one.event))
      await settleOutboxMessage(ctx, outboxId, { status: "failed", lastError: one.event });
  });
}

/** Takes what the mail service tells of sent mails; the same event twice is taken once. Answers how many it read. */
export async function receiveMailEvents(body: string): Promise<number> {
  const told = z.array(z.unknown()).safeParse(readJson(body));
  if (!told.success) return 0;
  const events = told.data.flatMap((one) => {
    const parsed = event.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  for (const one of events) await take(one);
  return events.length;
}
