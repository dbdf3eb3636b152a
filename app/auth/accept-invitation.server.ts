import { z } from "zod";
import { inTransaction } from "~/db/transaction.server";
import type { StaffActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Tx } from "~/domain/kernel/context";
import { Forbidden, NotFound } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { recordAudit } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { findInvitation, type OpenInvitation } from "./find-invitation.server";
import { hashPassword } from "./hash-password.server";
import { newPassword } from "./new-password.schema";
import { stillLetsIn } from "./sealed-seats.server";
import type { ResolvedSession } from "./session";

const newcomerSchema = z.object({
  name: z.string({ error: "name_needed" }).trim().min(2, "name_needed").max(100, "name_long"),
  password: newPassword,
  locale: z.enum(["en", "es"]).default("en"),
});

/** Uses the invitation up: the second of two at once finds it gone. */
async function useUp(tx: Tx, invitation: OpenInvitation): Promise<void> {
  if (!(await stillLetsIn(tx, invitation))) throw new NotFound();
  const now = systemClock.now();
  const used = await tx.invitation.updateMany({
    where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (used.count === 0) throw new NotFound();
}

async function seat(
  tx: Tx,
  invitation: OpenInvitation,
  person: { userId: string; name: string },
): Promise<void> {
  const { jurisdictionId, role, organizationId } = invitation;
  const place = { jurisdictionId, role, organizationId, userId: person.userId };
  const now = systemClock.now();
  const had = await tx.membership.findFirst({ where: place, select: { id: true } });
  const membershipId = had?.id ?? newId(now);
  if (had) await tx.membership.updateMany({ where: { id: had.id }, data: { endedAt: null } });
  else await tx.membership.createMany({ data: [{ id: membershipId, ...place, createdAt: now }] });
  const actor: StaffActor = { kind: "staff", ...place, membershipId, teamName: null, name: person.name };
  const ctx = { actor, tx, clock: systemClock };
  await recordAudit(ctx, { event: "invitation.accepted", entity: "Invitation", entityId: invitation.id });
}

/**
 * A newcomer accepts: account, password and role in one transaction. Answers the address to sign in with; the
 * second step is set up next, before any desk. NotFound when the link has ended; Forbidden when the address has
 * an account (then that person signs in and joins). Throws Invalid for the form.
 */
export async function acceptInvitation(
  token: string,
  input: unknown,
): Promise<{ email: string; userId: string }> {
  const invitation = await findInvitation(token);
  if (!invitation) throw new NotFound();
  if (invitation.hasAccount) throw new Forbidden();
  const { name, password, locale } = parseInput(newcomerSchema, input);
  const passwordHash = await hashPassword(password);
  const { email } = invitation;
  return inTransaction({ jurisdictionId: invitation.jurisdictionId }, async (tx) => {
    await useUp(tx, invitation);
    const userId = newId(systemClock.now());
    await tx.user.createMany({
      data: [{ id: userId, name, email, emailVerified: true, locale, updatedAt: systemClock.now() }],
    });
    await tx.account.createMany({
      data: [
        {
          userId,
          accountId: userId,
          providerId: "credential",
          password: passwordHash,
          updatedAt: systemClock.now(),
        },
      ],
    });
    await seat(tx, invitation, { userId, name });
    return { email, userId };
  });
}

/** A signed-in person takes on a further role. NotFound unless the invitation is open and names their own address. */
export async function joinByInvitation(token: string, session: ResolvedSession): Promise<void> {
  const invitation = await findInvitation(token);
  if (!invitation || invitation.email !== session.email.toLowerCase()) throw new NotFound();
  await inTransaction({ jurisdictionId: invitation.jurisdictionId, actorId: session.userId }, async (tx) => {
    await useUp(tx, invitation);
    await seat(tx, invitation, { userId: session.userId, name: session.name });
  });
}
