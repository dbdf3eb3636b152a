import { database } from "~/db/client.server";
import { systemClock } from "~/domain/kernel/clock";
import { deriveToken } from "~/domain/kernel/derive-token";
import { NotFound } from "~/domain/kernel/errors";
import { joinByInvitation } from "./accept-invitation.server";
import { authSettings } from "./auth-settings.server";
import type { ResolvedSession } from "./session";

/** A newcomer who signed in at the agency takes the seats that wait: the open invitations to the agency itself. */
export async function admitAgencyPerson(session: ResolvedSession): Promise<void> {
  if (session.memberships.length > 0) return;
  const email = session.email.toLowerCase();
  const open = { acceptedAt: null, revokedAt: null, expiresAt: { gt: systemClock.now() } };
  const rows = await database().prisma.invitation.findMany({
    where: { email, organizationId: null, ...open },
    select: { id: true },
  });
  for (const { id } of rows)
    try {
      await joinByInvitation(deriveToken(authSettings().secret, "invitation", id), session);
    } catch (error) {
      // Taken back or used meanwhile.
      if (!(error instanceof NotFound)) throw error;
    }
}
