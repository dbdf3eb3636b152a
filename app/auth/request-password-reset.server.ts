import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { database } from "~/db/client.server";
import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import type { Tx } from "~/domain/kernel/context";
import { deriveToken } from "~/domain/kernel/derive-token";
import { newId } from "~/domain/kernel/ids";
import { announce, recordAudit } from "~/domain/kernel/index.server";
import { auth } from "./auth-instance.server";
import { authSettings } from "./auth-settings.server";
import { listWorkspaces } from "./list-workspaces.server";
import { logAuth } from "./log-auth.server";
import { resetFloorMs, resetSeconds, resetsAtOnce } from "./session-policy";

const address = z.string().trim().toLowerCase().pipe(z.email());
const template = "password-reset";

async function makeLink(userId: string, now: Date): Promise<string> {
  const resetId = newId(now);
  const { internalAdapter } = await auth().$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${deriveToken(authSettings().secret, "password-reset", resetId)}`,
    value: userId,
    expiresAt: new Date(now.getTime() + resetSeconds * 1000),
  });
  return resetId;
}

/** At most three links an hour are mailed to a person. */
async function hasEnough(tx: Tx, toUserId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - resetSeconds * 1000);
  const sent = await tx.outboxMessage.count({ where: { template, toUserId, createdAt: { gt: since } } });
  return sent >= resetsAtOnce;
}

async function mailReset(user: { id: string; locale: string }): Promise<void> {
  const [workspace] = await listWorkspaces(user.id);
  if (!workspace) return;
  const actor = { kind: "system" as const, name: "auth", jurisdictionId: workspace.jurisdictionId };
  await inTransaction(actor, async (tx) => {
    const ctx = { actor, tx, clock: systemClock };
    const now = systemClock.now();
    if (await hasEnough(tx, user.id, now)) return;
    const params = { resetId: await makeLink(user.id, now) };
    await announce(ctx, { template, toUserId: user.id, locale: user.locale, params });
    await recordAudit(ctx, { event: "password_reset.requested", entity: "User", entityId: user.id });
  });
}

/**
 * Mails a link to set a new password, good for an hour and once, if the address has an account with a workspace.
 * Nobody learns who has an account: nothing is answered, everybody waits for one look-up and the same pause, and
 * the mail's own work goes on behind the answer. The outbox holds the reset's id alone: the link's secret is derived
 * from it when the mail is rendered, and stored only hashed.
 */
export async function requestPasswordReset(typed: string): Promise<void> {
  const pause = wait(resetFloorMs);
  const email = address.safeParse(typed).data ?? "";
  const user = await database().prisma.user.findUnique({
    // Who only ever signs in at the agency has no password to set: a mailbox would open what the agency guards.
    where: { email, accounts: { some: { providerId: "credential" } } },
    select: { id: true, locale: true },
  });
  if (user) mailReset(user).catch(() => logAuth("error", "password reset could not be mailed"));
  await pause;
}
