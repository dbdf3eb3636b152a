import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { database } from "~/db/client.server";
import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import { deriveToken } from "~/domain/kernel/derive-token";
import { newId } from "~/domain/kernel/ids";
import { announce, recordAudit } from "~/domain/kernel/index.server";
import { authSettings } from "./auth-settings.server";
import { auth } from "./auth-instance.server";
import { listWorkspaces } from "./list-workspaces.server";
import { resetFloorMs, resetSeconds, resetsAtOnce } from "./session-policy";

const address = z.string().trim().toLowerCase().pipe(z.email());

/** A reset begun but not finished ends by itself; more than a few at once are not mailed. */
async function mayMailAgain(userId: string): Promise<boolean> {
  const live = await database().prisma.verification.count({
    where: { value: userId, expiresAt: { gt: systemClock.now() } },
  });
  return live < resetsAtOnce;
}

async function mailReset(typed: string): Promise<void> {
  const email = address.safeParse(typed);
  if (!email.success) return;
  const user = await database().prisma.user.findUnique({ where: { email: email.data } });
  const workspace = user && (await listWorkspaces(user.id))[0];
  if (!user || !workspace || !(await mayMailAgain(user.id))) return;
  const now = systemClock.now();
  const resetId = newId(now);
  const { internalAdapter } = await auth().$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${deriveToken(authSettings().secret, "password-reset", resetId)}`,
    value: user.id,
    expiresAt: new Date(now.getTime() + resetSeconds * 1000),
  });
  const actor = { kind: "system" as const, name: "auth", jurisdictionId: workspace.jurisdictionId };
  await inTransaction(actor, async (tx) => {
    const ctx = { actor, tx, clock: systemClock };
    await announce(ctx, { template: "password-reset", toUserId: user.id, locale: user.locale, params: { resetId } });
    await recordAudit(ctx, { event: "password_reset.requested", entity: "User", entityId: user.id });
  });
}

/**
 * Mails a link to set a new password, good for an hour and once, if the address has an account with a workspace.
 * Answers nothing and takes the same time either way, so that nobody learns who has an account. The outbox holds
 * the reset's id alone: the link's secret is derived from it when the mail is rendered, and stored only hashed.
 */
export async function requestPasswordReset(email: string): Promise<void> {
  await Promise.all([mailReset(email), wait(resetFloorMs)]);
}
