import { database } from "~/db/client.server";
import { isId } from "~/domain/kernel/ids";
import { auditOwnAccess } from "./audit-own-access.server";
import type { ResolvedSession } from "./session";

/** Takes an own passkey away: it signs nobody in any more. False when there is none: removed meanwhile, or somebody else's. */
export async function removePasskey(session: ResolvedSession, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const where = { id, userId: session.userId };
  const { count } = await database().prisma.passkey.deleteMany({ where });
  if (count > 0) await auditOwnAccess(session, "passkey.removed");
  return count > 0;
}
