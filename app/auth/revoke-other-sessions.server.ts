import { database } from "~/db/client.server";
import type { ResolvedSession } from "./session";

/** Ends every session of the person but the one that asks. Answers how many. */
export async function revokeOtherSessions(session: ResolvedSession): Promise<number> {
  const where = { userId: session.userId, id: { not: session.sessionId } };
  return (await database().prisma.session.deleteMany({ where })).count;
}
