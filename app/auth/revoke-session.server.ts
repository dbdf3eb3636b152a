import { database } from "~/db/client.server";
import { isId } from "~/domain/kernel/ids";
import type { ResolvedSession } from "./session";

/**
 * Ends one other session of the same person. False when there is none: ended meanwhile, somebody else's, or the
 * one that asks (that is signing out).
 */
export async function revokeSession(session: ResolvedSession, id: unknown): Promise<boolean> {
  if (typeof id !== "string" || !isId(id) || id === session.sessionId) return false;
  return (await database().prisma.session.deleteMany({ where: { id, userId: session.userId } })).count > 0;
}
