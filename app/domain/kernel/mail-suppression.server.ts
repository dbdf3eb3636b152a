import { createHash } from "node:crypto";
import type { Ctx } from "./context";
import { Forbidden } from "./errors";

/** Bounced addresses take nothing any more; one that unsubscribed still takes security mails. */
export type SuppressionReason = "bounce" | "dropped" | "spamreport" | "unsubscribe";
const hard: readonly string[] = ["bounce", "dropped"];

/** An address so that it can be found again and not read. */
export const hashAddress = (email: string) =>
  createHash("sha256").update(email.trim().toLowerCase()).digest("hex");

/** Whether nothing may be written to an address now. System only. */
export async function isSuppressed(ctx: Ctx, input: { email: string; security: boolean }): Promise<boolean> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const row = await ctx.tx.mailSuppression.findUnique({ where: { emailHash: hashAddress(input.email) } });
  if (!row || (row.until && row.until < ctx.clock.now())) return false;
  return !input.security || hard.includes(row.reason);
}

/** Stops mails to an address; the address itself is not stored. System only. */
export async function suppressAddress(
  ctx: Ctx,
  input: { email: string; reason: SuppressionReason },
): Promise<void> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const emailHash = hashAddress(input.email);
  await ctx.tx.mailSuppression.upsert({
    where: { emailHash },
    create: { emailHash, reason: input.reason, createdAt: ctx.clock.now() },
    update: { reason: input.reason },
  });
}
