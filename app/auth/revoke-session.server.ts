import { database } from "~/db/client.server";
import { NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import type { ResolvedSession } from "./session";

/** Ends one other session of the same person; NotFound for anybody else's, and for the one that asks. */
export async function revokeSession(session: ResolvedSession, id: unknown): Promise<void> {
  if (typeof id !== "string" || !isId(id) || id === session.sessionId) throw new NotFound();
  const ended = await database().prisma.session.deleteMany({ where: { id, userId: session.userId } });
  if (ended.count === 0) throw new NotFound();
}
