import { database } from "~/db/client.server";
import { NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import type { ResolvedSession, SessionMembership } from "./session";

/** Sets the workspace a session works in. NotFound unless it is one of the person's own. */
export async function chooseWorkspace(
  session: ResolvedSession,
  membershipId: unknown,
): Promise<SessionMembership> {
  const wanted = typeof membershipId === "string" && isId(membershipId) ? membershipId : null;
  const chosen = session.memberships.find((one) => one.id === wanted);
  if (!chosen) throw new NotFound();
  await database().prisma.session.updateMany({
    where: { id: session.sessionId, userId: session.userId },
    data: { membershipId: chosen.id },
  });
  return chosen;
}
